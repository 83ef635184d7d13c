"""What holds for every test."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow, not wrong; how fast the library is, tests/benchmarks measure.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why a run of .ci/run with a skipped test has failed."""
    if _skipped_in_ci(terminalreporter):
        terminalreporter.write_line(
            "In CI a skip is a failure: .ci/run brings whatever a test needs.", red=True
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI, fail where a test was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and _skipped_in_ci(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped_in_ci(reporter: pytest.TerminalReporter) -> bool:
    return bool(os.environ.get("CI") and reporter.stats.get("skipped"))
