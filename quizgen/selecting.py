"""Which rules a report is to speak of: `--select` and `--ignore`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizgen import checks
from quizgen.course import Course, RuleSwitch
from quizgen.findings import Report


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules asked for (none named: all that are on) and those left out.

    What reading finds is always said: a file that cannot be read has not been checked.
    """

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def takes(self, rule: str) -> bool:
        """Whether a finding of this rule is to be reported."""
        if rule not in checks.SWITCHABLE:
            return True
        return rule not in self.without and (not self.only or rule in self.only)

    def switched(self, course: Course) -> Course:
        """The course with the rules on that are asked for by name and off in it."""
        rules: dict[str, RuleSwitch] = dict(course.settings.rules)
        for rule in self.only:
            if rule in checks.SWITCHABLE and checks.severity_of(rule, checks.usual_severity(rule), course) is None:
                rules[rule] = "on"
        return course.switched(rules)

    def of(self, report: Report) -> Report:
        """The report with the findings alone that are asked for.

        All rules were applied before, so that an `allow` is in use whether or not its rule is asked for.
        """
        return replace(report, findings=tuple(finding for finding in report.findings if self.takes(finding.rule)))
