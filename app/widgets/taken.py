"""A letter to be taken along: as a document, as an email to send, as plain text."""

from functools import partial

import streamlit as st

from app.documents.emails import email_draft
from app.documents.letters import file_name, letter_document, letter_text
from joic_policy.handling import Correspondence, Medium

__all__ = ["taken_along"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def taken_along(letter: Correspondence, to: str = "") -> None:
    """Draw the downloads, each made when it is asked for; `to` is the address for an email, if it is one."""
    with st.container(horizontal=True):
        if letter.medium is Medium.EMAIL:
            _download(
                "Email to send (.eml)", "eml", "message/rfc822", partial(email_draft, letter, to=to), letter
            )
        else:
            _download("Document (.docx)", "docx", _WORD, partial(letter_document, letter), letter)
        _download("Plain text (.txt)", "txt", "text/plain", partial(letter_text, letter), letter)


def _download(label: str, ending: str, kind: str, made: "partial[bytes]", letter: Correspondence) -> None:
    st.download_button(
        label,
        made,
        file_name=file_name(letter, ending),
        mime=kind,
        on_click="ignore",
        key=f"letters.{ending}",
    )
