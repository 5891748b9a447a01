"""Everything that can go wrong, in one tree.

    QuotesError
      ├── ReadError       a document that cannot be read
      ├── ModelError      a model that is missing, incomplete or not what its manifest says
      └── OptionError     an option or value that is not known
"""


class QuotesError(Exception):
    """What happened, in one line, and ``hint``: what to do about it, in one line."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ReadError(QuotesError):
    """A document that cannot be read. The run goes on with the others."""


class ModelError(QuotesError):
    """A model that is missing, incomplete or not what its manifest says."""


class OptionError(QuotesError):
    """An option or value that is not known."""
