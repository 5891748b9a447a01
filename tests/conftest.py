"""Settings of all tests, and what they share."""

import pytest
from hypothesis import settings

# The first example of a property often pays for an import; speed is measured elsewhere.
settings.register_profile("quotes", deadline=None)
settings.load_profile("quotes")


@pytest.fixture(scope="session")
def stanza_folder(tmp_path_factory):
    """A folder laid out as Stanza's resources with a real, if tiny, package of models; trained once a run."""
    from tests.parsing.tiny_package import build_package

    return build_package(tmp_path_factory.mktemp("stanza_resources"))


@pytest.fixture
def no_network(monkeypatch):
    """Whoever opens a connection or looks up a name fails."""
    import socket

    def refuse(*arguments, **options):
        raise AssertionError(f"the network was used: {arguments}")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
