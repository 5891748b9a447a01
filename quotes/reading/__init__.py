"""Files to documents: ``read`` for all, ``files`` and ``read_file`` for its two steps."""

from quotes.reading.documents import STDIN, read, read_file
from quotes.reading.files import files

__all__ = ["STDIN", "files", "read", "read_file"]
