"""Writes `regular_days.csv` anew from the rules: run it after changing them, and read the difference."""

from pathlib import Path

from joic_policy.working_days.jersey import REGULAR_DAYS, as_text
from joic_policy.working_days.rules import regular_days

if __name__ == "__main__":
    Path(__file__).with_name(REGULAR_DAYS).write_text(as_text(regular_days()), encoding="utf-8", newline="\n")
