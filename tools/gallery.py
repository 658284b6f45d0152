"""Draws docs/gallery: every kind of document, made of the samples, with its lint result.

    python tools/gallery.py

Needs LibreOffice and poppler-utils (pdftoppm). The same samples, fonts and programs give the same
pictures; the page beside them depends on the samples alone.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from ledgerkit.model.document import Letter
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Silent
from ledgerkit.papers import catalog, documents
from ledgerkit.papers.lint import LintReport, Verdict, lint
from ledgerkit.rules.run import Run
from ledgerkit.run import letters
from ledgerkit.run.month import run_month
from ledgerkit.run.reckon import reckon
from ledgerkit.run.rollup import run_rollup

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples" / "district"
TARGET = ROOT / "docs" / "gallery"
RUNS = (
    (Month(2026, 10), dt.date(2026, 10, 31), Cycle.MONTH),
    (Month(2026, 10), dt.date(2026, 10, 12), Cycle.MONTH),
    (Month(2026, 10), dt.date(2026, 11, 10), Cycle.MONTH),
    (Month(2026, 9), dt.date(2026, 9, 30), Cycle.QUARTER),
    (Month(2026, 12), dt.date(2026, 12, 31), Cycle.YEAR),
)
"""Days in the made-up district; each kind is shown as it is written on the first that has it."""
PAGES = 3
"""So many pages of each document are drawn."""
DPI = 84
COLOURS = 32
_COMMANDS = {Cycle.MONTH: "month", Cycle.QUARTER: "quarter", Cycle.YEAR: "year"}


@dataclass(frozen=True)
class Shown:
    """One document of the gallery, with the call that writes it and the ledgers that it tells."""

    kind: str
    stem: str
    data: bytes
    command: str
    ledgers: Sequence[str] = ()
    outside: bool = False


def shown() -> Iterator[Shown]:
    """Every kind of the catalogue once, in its order; SystemExit if the samples call for none."""
    found: dict[str, Shown] = {}
    for month, as_of, cycle in RUNS:
        run = reckon(SAMPLES, Period.holding(month, cycle), as_of, jobs=None, progress=Silent())
        called = letters.called_for(run, letters.every_kind(cycle))
        for document, letter in called.letters:
            if document.kind not in found:
                found[document.kind] = Shown(
                    document.kind,
                    letter.stem,
                    letters.output(document, letter, run.office).data,
                    _call(document.kind, run),
                    ledgers_of(run, document.kind, letter),
                    document.outside,
                )
    missing = [kind for kind in catalog.documents() if kind not in found]
    if missing:
        sys.exit(f"the samples call for no {'、'.join(missing)}")
    yield from (found[kind] for kind in catalog.documents())


def rolled_up() -> Iterator[Shown]:
    """What the samples and a second district, which lacks its court's files, come to together."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name for name in ("岭川区", "岭东区")]
        shutil.copytree(SAMPLES, folders[0])
        shutil.copytree(SAMPLES, folders[1], ignore=shutil.ignore_patterns("*法院*"))
        for folder in folders:
            run_month(folder, RUNS[0][0], RUNS[0][1], documents=())
        report = run_rollup(Path(scratch) / "全市", folders)
        for stored in report.stored:
            path = report.folder / stored.path
            if path.suffix == ".docx":
                call = "ledgerkit rollup 全市 岭川区 岭东区"
                yield Shown(stored.kind, path.stem, path.read_bytes(), call)


def _call(kind: str, run: Run) -> str:
    """The call that writes a document."""
    cycle = _COMMANDS[run.cycle]
    asked = f" --documents {kind}" if catalog.documents()[kind].on_request else ""
    return f"ledgerkit {cycle} samples/district --{cycle} {run.period} --as-of {run.as_of}{asked}"


def ledgers_of(run: Run, kind: str, letter: Letter) -> list[str]:
    """The ledgers without whose rows the letter would be another, or would not be."""
    without = ((name, _without(run, name, kind, letter)) for name in run.ledgers)
    return [name for name, context in without if context != letter.context]


def _without(run: Run, ledger: str, kind: str, letter: Letter) -> Mapping[str, object] | None:
    """What the letter says where a ledger has no row; None where it is not written."""
    entries = {**run.register.entries, ledger: {}}
    outcome = replace(
        run.outcome,
        alerts=tuple(a for a in run.outcome.alerts if a.entry.ledger.name != ledger),
        studies=tuple(a for a in run.outcome.studies if a.entry.ledger.name != ledger),
        referrals=tuple(a for a in run.outcome.referrals if a.entry.ledger.name != ledger),
    )
    context = replace(run.context, register=replace(run.register, entries=entries))
    bare = replace(run, context=context, outcome=outcome)
    called = letters.called_for(bare, [kind]).letters
    return next((other.context for _, other in called if other.stem == letter.stem), None)


def summary_of(kind: str) -> str:
    """What the document's own file says of it."""
    for module in pkgutil.iter_modules(documents.__path__):
        imported = importlib.import_module(f"{documents.__name__}.{module.name}")
        names = ("DOCUMENT", "ROLLUP_DOCUMENT")
        declared = [getattr(imported, name) for name in names if hasattr(imported, name)]
        declared += getattr(imported, "DOCUMENTS", ())
        if kind in (document.kind for document in declared) and imported.__doc__:
            paragraphs = imported.__doc__.split("\n\n")
            own = next(
                (paragraph for paragraph in paragraphs if paragraph.startswith(f"{kind}: ")),
                paragraphs[0],
            )
            return own.replace("\n", " ").split(": ", 1)[-1].strip()
    sys.exit(f"no file declares {kind}")


def drawn(shown: Sequence[Shown], folder: Path) -> dict[str, list[Path]]:
    """Kind → the pictures of its first pages."""
    soffice, pdftoppm = (_program(name) for name in ("soffice", "pdftoppm"))
    for example in shown:
        (folder / f"{example.kind}.docx").write_bytes(example.data)
    sources = [str(folder / f"{example.kind}.docx") for example in shown]
    profile = (folder / "profile").as_uri()
    convert = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(folder), *sources], check=True, capture_output=True)
    pictures = {}
    for example in shown:
        pages = folder / example.kind
        pages.mkdir()
        last = ["-f", "1", "-l", str(PAGES), "-r", str(DPI), "-png"]
        pdf = folder / f"{example.kind}.pdf"
        subprocess.run([pdftoppm, *last, str(pdf), str(pages / "p")], check=True)
        pictures[example.kind] = sorted(pages.iterdir())
    return pictures


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        sys.exit(f"{name} is needed")
    return found


def _small(picture: Path, target: Path) -> None:
    """The page in a few shades: text needs no more, and it takes a third of the room."""
    with Image.open(picture) as page:
        page.convert("RGB").quantize(COLOURS).save(target, optimize=True)


def _result(report: LintReport) -> str:
    counted = {
        verdict: sum(check.outcome.verdict == verdict for check in report.checks)
        for verdict in dict.fromkeys(check.outcome.verdict for check in report.checks)
    }
    return "、".join(f"{verdict} {count}" for verdict, count in sorted(counted.items()))


def page(shown: Sequence[Shown], pictures: Mapping[str, Sequence[str]]) -> str:
    """docs/gallery/README.md."""
    lines = [
        "<!-- Written by tools/gallery.py; do not edit. -->",
        "# Gallery",
        "",
        "Every kind of document as it comes out for the made-up district in `samples/`, up to",
        f"{PAGES} pages of each; nothing was touched afterwards. Under each stand the call that",
        "writes it, the ledgers whose rows it tells, and what `ledgerkit lint` says of it",
        "(符合 passed, 不适用 does not apply, 不符 failed). The machine that drew the pictures had",
        "substitutes for the fonts of GB/T 9704 only.",
        "",
    ]
    for example in shown:
        report = lint(example.data, f"{example.stem}.docx")
        named = "、".join(example.ledgers) or "every ledger, through the figures"
        lines += [
            f"## {example.kind}",
            "",
            f"{summary_of(example.kind)}".capitalize(),
            "",
            " ".join(f"![{example.kind}]({name})" for name in pictures[example.kind]),
            "",
            f"- `{example.command}`",
            f"- Ledgers: {named}",
            *(
                ["- Leaves the government side: others' names and numbers are masked"]
                if example.outside
                else []
            ),
            f"- [lint](lint.md) ({report.form}): {_result(report)}",
            "",
        ]
    return "\n".join(lines)


def tables(shown: Sequence[Shown]) -> str:
    """docs/gallery/lint.md: of each document, every rule that applies to it."""
    lines = [
        "<!-- Written by tools/gallery.py; do not edit. -->",
        "# What `ledgerkit lint` says of each document of the gallery",
        "",
        "Rules that do not apply are left out; all of them stand in [checks.md](../checks.md).",
        "",
    ]
    for example in shown:
        report = lint(example.data, f"{example.stem}.docx")
        lines += [
            f"## {example.kind}({report.form})",
            "",
            "| | 规则 | 要求 | 实际 |",
            "|---|---|---|---|",
        ]
        for check in report.checks:
            rule, outcome = check.rule, check.outcome
            if outcome.verdict is not Verdict.NONE:
                cells = (
                    outcome.verdict,
                    f"{rule.name}({rule.clause})",
                    rule.required,
                    outcome.found,
                )
                lines.append("| " + " | ".join(cell.replace("|", "｜") for cell in cells) + " |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write the pictures and the pages anew."""
    chosen = [*shown(), *rolled_up()]
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    names: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for kind, pages in drawn(chosen, Path(scratch)).items():
            for number, picture in enumerate(pages, start=1):
                name = f"{kind}-{number}.png"
                _small(picture, TARGET / name)
                names.setdefault(kind, []).append(name)
    for name, text in (("README.md", page(chosen, names)), ("lint.md", tables(chosen))):
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    size = sum(path.stat().st_size for path in TARGET.iterdir())
    print(f"{len(chosen)} kinds, {size / 1e6:.1f} MB in {TARGET}")


if __name__ == "__main__":
    main()
