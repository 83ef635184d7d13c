"""What people do at the Office, as far as the register tells one from another."""

from joic_policy._fields import Choice

__all__ = ["Role"]


class Role(Choice):
    """The three of the policy (ROL-1 to ROL-3), who trains, and who looks after the register itself."""

    SENIOR_MANAGEMENT = "senior_management"
    TEAM_MANAGER = "team_manager"
    STAFF = "staff"
    TRAINER = "trainer"
    ADMINISTRATOR = "administrator"
