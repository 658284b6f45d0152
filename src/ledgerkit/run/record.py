"""运行记录.json: the run as other programs rely on it (docs/contract.md#the-run-record)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ledgerkit import __version__
from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.model.finding import Finding
from ledgerkit.model.outcome import Alert, Duty, Indicator
from ledgerkit.model.register import Fate, Register
from ledgerkit.model.repair import Repair
from ledgerkit.model.submission import Submission
from ledgerkit.office import FILE_NAME
from ledgerkit.rules.run import Run
from ledgerkit.run.store import LEFT, WRITTEN, Stored

Json = dict[str, object]


def of_run(
    run: Run,
    notices: Iterable[Finding],
    stored: Sequence[Stored],
    kept: Sequence[Stored],
    below: str,
) -> Json:
    """The whole record; ``below`` leads from the office folder to the results, "" if outside it."""
    files = of_files(run.submissions, run.register, run.findings)
    return {
        "version": __version__,
        "month": str(run.month),
        "period": str(run.period),
        "as_of": run.as_of.isoformat(),
        "files": files,
        "rows": _totals(run.register),
        "registers": {name: len(entries) for name, entries in run.register.entries.items()},
        "alerts": [_alert(alert) for alert in run.outcome.alerts],
        "duties": [_duty(duty) for duty in run.outcome.duties],
        "indicators": [_indicator(indicator) for indicator in run.outcome.indicators],
        WRITTEN: [output_entry(output, below) for output in stored],
        LEFT: [output_entry(output, below) for output in kept],
        "office": {"path": FILE_NAME, "findings": [*map(_finding, notices)]},
        "waived": run.waived,
    }


def output_entry(stored: Stored, below: str = "") -> Json:
    """What a record says of a file that was written or left."""
    return {
        "path": f"{below}{stored.path}",
        "sha256": stored.sha256,
        "kind": stored.kind,
        "for": stored.recipient,
    }


def of_copies(stored: Sequence[Stored], kept: Sequence[Stored]) -> Json:
    """The small record that ``check --out`` leaves beside its copies."""
    return {
        "version": __version__,
        WRITTEN: [*map(output_entry, stored)],
        LEFT: [*map(output_entry, kept)],
    }


def of_files(
    submissions: Iterable[Submission], register: Register, findings: FindingsByFile
) -> list[Json]:
    """One entry for each file, in order; ``check --json`` prints these alone."""
    counts = {submission.path: Counter(fates) for submission, fates in register.fates}
    return [
        {
            "path": submission.path,
            "sha256": submission.raw.sha256,
            "ledgers": list(submission.ledgers),
            "unit": submission.unit,
            "month": str(submission.month) if submission.month else None,
            "state": submission.state.value,
            "same_as": register.copies.get(submission.path),
            "rows": _rows(counts.get(submission.path, Counter())),
            "findings": [_finding(finding) for finding in findings.get(submission.path, ())],
            "repairs": [_repair(repair) for repair in submission.repairs],
        }
        for submission in submissions
    ]


def _rows(fates: Mapping[Fate, int]) -> Json:
    counts: Json = {fate.value: fates.get(fate, 0) for fate in Fate}
    return {"read": sum(fates.values()), **counts}


def _totals(register: Register) -> Json:
    return _rows(Counter(fate for _, fates in register.fates for fate in fates))


def _finding(finding: Finding) -> Json:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": place.sheet,
        "cell": place.cell,
        "column": finding.column or None,
        "found": finding.found,
        "message": finding.message,
        "settled": finding.resolved,
        "related": [
            {"path": other.path, "sheet": other.sheet, "cell": other.cell}
            for other in finding.related
        ],
    }


def _repair(repair: Repair) -> Json:
    return {
        "sheet": repair.place.sheet,
        "cell": repair.place.cell,
        "column": repair.column,
        "before": repair.before,
        "after": repair.after,
    }


def _alert(alert: Alert) -> Json:
    entry, origin = alert.entry, alert.entry.row.origin
    return {
        "ledger": entry.ledger.name,
        "key": entry.key,
        "unit": alert.unit,
        "level": alert.step.level,
        "started": alert.started.isoformat(),
        "due": alert.due.isoformat(),
        "days_late": alert.days_late,
        "reckoning": alert.reckoning,
        "origin": {"path": origin.path, "sheet": origin.sheet, "row": origin.row},
        "since": alert.since.isoformat() if alert.since else None,
        "change": alert.change.value if alert.change else None,
    }


def _duty(duty: Duty) -> Json:
    return {
        "duty": duty.duty,
        "who": duty.who,
        "period": str(duty.period),
        "required": duty.required,
        "done": duty.done,
        "state": duty.state.value,
    }


def _indicator(indicator: Indicator) -> Json:
    return {
        "id": indicator.id,
        "name": indicator.name,
        "value": indicator.value,
        "rows": list(indicator.rows),
    }
