"""The register on disk: SQLite by default, PostgreSQL by address; without Streamlit."""

from app.store.drafts import Draft, Drafts
from app.store.opening import opened, register_url
from app.store.register import StoredRegister

__all__ = ["Draft", "Drafts", "StoredRegister", "open_register", "register_url"]


def open_register(url: str) -> StoredRegister:
    """The register at a URL such as `sqlite:///register.sqlite`, made or brought up to date if need be.

    Raises:
        RegisterError: It cannot be reached, is of another kind, or was made by a newer version.
    """
    return StoredRegister(opened(url))
