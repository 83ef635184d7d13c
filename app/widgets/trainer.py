"""Who is the trainer, and how training mode is started where there is none yet."""

import secrets

import streamlit as st

from app.training_wiring import trainer_key

__all__ = ["how_to_start", "is_trainer"]

_KEY = "train.key"
_SHOWN = "train.is_trainer"


def is_trainer() -> bool:
    """Whether the trainer's key was given in this window; the field for it where it was not."""
    expected = trainer_key()
    if expected and st.session_state.get(_SHOWN) == expected:
        return True
    with st.form("train.who", border=False, width=420):
        typed = st.text_input("Trainer's key", type="password", key=_KEY)
        st.caption("It stands on the terminal where training was started.")
        given = st.form_submit_button("Go on", key="train.who.go", type="primary")
    if given and expected and secrets.compare_digest(_as_printed(typed).encode(), expected.encode()):
        st.session_state[_SHOWN] = expected
        st.rerun()
    if given:
        st.error(
            "That is not the key of this training. It stands on the terminal where it was started.", icon=None
        )
    return False


def how_to_start() -> None:
    """Say how learners are let in."""
    st.subheader("Start it", anchor=False)
    st.write(
        "Learners join from their own browsers, while training mode runs. On a terminal, in the checkout:"
    )
    st.code("python -m app --training --host 192.168.1.20", language=None)
    st.write(
        "with the address of this machine on the office network; without `--host`, on this machine alone. "
        "It prints the join code for learners and a key for you, and serves training only: learners reach "
        "nothing else, and the register is never opened. What you prepare here waits for you there."
    )


def _as_printed(typed: str) -> str:
    return "".join(typed.split()).replace("-", "").upper()
