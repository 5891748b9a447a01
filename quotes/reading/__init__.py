"""Files to documents: ``read`` for all, ``files`` and ``read_file`` for its two steps."""

from quotes.reading.documents import STDIN, read, read_file
from quotes.reading.files import files
from quotes.reading.options import Columns, Limits

__all__ = ["Columns", "Limits", "STDIN", "files", "read", "read_file"]
