"""Every register is the same register: in memory, on SQLite and on PostgreSQL, driven step by step."""

from hypothesis import HealthCheck, settings

from tests.machines.registers import Registers
from tests.postgres import needs_postgresql

TestRegisters = Registers.TestCase
TestRegisters.settings = settings(
    max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


@needs_postgresql
def test_the_server_takes_part() -> None:
    """With a server named, the machine above drives it too."""
    machine = Registers()
    try:
        assert set(machine.desks) == {"in memory", "sqlite", "postgresql"}
    finally:
        machine.teardown()
