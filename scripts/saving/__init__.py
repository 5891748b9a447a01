"""An article saved as a file of each format, much as other programs save it: for trials and tests of reading."""
