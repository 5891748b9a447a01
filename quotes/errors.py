"""Everything that can go wrong, in one tree.

    QuotesError
      ├── ReadError       a document that cannot be read
      ├── SearchError     a document in which quotes could not be looked for
      ├── WorkerError     a worker process that cannot be started
      ├── CacheError      a folder that cannot be used as a cache
      ├── ModelError      a model that is missing, incomplete or not what its manifest says
      ├── ArchiveError    a file that is no archive, or one that cannot be read or written
      └── OptionError     an option or value that is not known
"""


class QuotesError(Exception):
    """What happened, in one line, and ``hint``: what to do about it, in one line."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ReadError(QuotesError):
    """A document that cannot be read. The run goes on with the others."""


class SearchError(QuotesError):
    """A document in which quotes could not be looked for. The run goes on with the others."""


class WorkerError(QuotesError):
    """A worker process that cannot be started."""


class CacheError(QuotesError):
    """A folder that cannot be used as a cache."""


class ModelError(QuotesError):
    """A model that is missing, incomplete or not what its manifest says."""


class ArchiveError(QuotesError):
    """A file that is no archive, or one that cannot be read or written."""


class OptionError(QuotesError):
    """An option or value that is not known."""
