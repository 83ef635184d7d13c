"""How a customer is reached, as it was typed: checked for its form alone, nothing is looked up anywhere."""

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from joic_policy import InvalidError

__all__ = ["email", "telephone"]

_HERE = "JE"


def email(typed: str) -> str:
    """An email address as it is written, without the spaces around it; nothing for nothing.

    Raises:
        InvalidError: It has not the form of an address.
    """
    address = typed.strip()
    if not address:
        return ""
    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        raise InvalidError("email", typed, "an address like name@example.org") from None


def telephone(typed: str) -> str:
    """A telephone number with its country, spaced to be read out; one without a country is Jersey's.

    Nothing for nothing.

    Raises:
        InvalidError: No country has such a number.
    """
    if not typed.strip():
        return ""
    spelt = any(map(str.isalpha, typed))  # letters would be dialled as the digits they share a key with
    try:
        number = phonenumbers.PhoneNumber() if spelt else phonenumbers.parse(typed, _HERE)
    except phonenumbers.NumberParseException:
        number = phonenumbers.PhoneNumber()
    if not phonenumbers.is_valid_number(number):
        raise InvalidError(
            "telephone", typed, "a number like 01534 716530, or one that begins with + and a country"
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
