"""What the fuzzer is made of: files in all formats, and ways to break them."""
