"""Settings of all tests."""

from hypothesis import settings

# The first example of a property often pays for an import; speed is measured elsewhere.
settings.register_profile("quotes", deadline=None)
settings.load_profile("quotes")
