"""What the register refuses, said where it was asked: nothing typed is lost by it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from app.tables.words import plain
from joic_policy.errors import NotPermittedError, RegisterError

__all__ = ["told"]


@contextmanager
def told(then: str) -> Iterator[None]:
    """Say that the register cannot be reached, and what `then` holds; or that somebody may not do this."""
    try:
        yield
    except RegisterError as error:
        st.error(f"The register: {plain(str(error))}. {then}", icon=None)
    except NotPermittedError as error:
        st.error(plain(str(error).replace("_", " ")), icon=None)
