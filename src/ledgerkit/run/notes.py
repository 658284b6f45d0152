"""What the office wrote into 总表 since the last run, and what of it was known before."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ledgerkit.intake.values.cells import reader
from ledgerkit.intake.values.keys import provisional_key
from ledgerkit.ledgers import catalog
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.notes import Edit, Kept, Notes, Written
from ledgerkit.model.period import Month
from ledgerkit.model.register import Entry, Register
from ledgerkit.model.row import Value
from ledgerkit.office import Office
from ledgerkit.register.notes import (
    Base,
    Delta,
    NotReadable,
    decode,
    encode,
    read_edited,
    reconcile,
    seal_in,
    seal_of,
    take,
)
from ledgerkit.run.store import (
    KEPT,
    Results,
    kept_name,
    read_record,
    register_books,
    sha256,
)
from ledgerkit.workbooks import summary

RECORDED = "notes"
"""The key of the run record under which what was carried stands."""
_BASE = f"{KEPT}/底稿-{{seal}}.json.gz"
IsOwn = Callable[[str, str], bool]
"""Whether the kit itself wrote what has this (path, sum)."""


@dataclass
class Carried:
    """The notes to go on with; ``looked_at`` holds the sum of each 总表 that they come from."""

    notes: Notes = field(default_factory=Notes)
    looked_at: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


def carried(target: Path, results: Path, month: Month, is_own: IsOwn | None = None) -> Carried:
    """The notes of the 总表 in ``target``; before its first run those of the latest earlier month.

    ``results`` holds the months' folders; nothing is written anywhere.
    """
    ledgers = catalog.ledgers()
    if own := _Taking(target, ledgers, is_own or _by_record(target)).carried():
        return own
    for folder in _earlier(results, month, target):
        if before := _Taking(folder, ledgers, _by_record(folder)).carried():
            moved = _moved(before.notes, os.path.relpath(folder, target))
            return Carried(moved, {}, [f"接着 {folder.name} 的总表", *before.said])
    return Carried()


def settled(notes: Notes, register: Register, office: Office) -> tuple[Notes, Register]:
    """The notes beside this register, and the register with the cells that the office rules on."""

    def provisional(entry: Entry) -> str:
        return provisional_key(entry.row, entry.ledger, entry.owner)

    def reads(edit: Edit, entry: Entry) -> Value:
        reading = reader(entry.ledger.column(edit.column), office, entry.submission.month)(
            edit.typed
        )
        if reading.unread:
            raise ValueError(edit.typed)
        return reading.value

    return reconcile(notes, register, provisional, reads)


def sealing(notes: Notes, results: Results) -> Callable[[Written], str]:
    """Keeps what is written into 总表 for the next run, and gives the mark that 总表 bears."""

    def seal(written: Written) -> str:
        data = encode(Base(written, notes))
        results.keep(_BASE.format(seal=seal_of(data)), data)
        return seal_of(data)

    return seal


def forget(folder: Path) -> None:
    """Remove the bases of no 总表 that stands in the folder."""
    try:
        needed = {_BASE.format(seal=seal_in(path.read_bytes())) for path in register_books(folder)}
    except OSError:
        return
    for path in folder.glob(_BASE.format(seal="*")):
        if path.relative_to(folder).as_posix() not in needed:
            path.unlink(missing_ok=True)


def told(notes: Notes, book: Path) -> Mapping[str, object]:
    """What the run record says of the notes in a 总表: how many, and the mark of their base."""
    rows = [row for own in notes.rows.values() for row in own.values()]
    return {
        "base": seal_in(book.read_bytes()),
        "rows": len(rows),
        "cells": sum(len(row.cells) for row in rows),
        "comments": sum(len(row.comments) for row in rows),
        "fills": sum(len(row.fills) for row in rows),
        "edits": len(notes.edits),
        "rulings": len(notes.rulings),
        "archive": len(notes.archive),
    }


@dataclass
class _Taking:
    """Takes the notes out of the 总表 of one folder."""

    folder: Path
    ledgers: Mapping[str, type[Ledger]]
    is_own: IsOwn

    def carried(self) -> Carried | None:
        """The notes; None where there is no 总表 and nothing is known of one."""
        found = Carried()
        books = list(self._books(found))
        recorded = self._recorded()
        seals = [seal for _, _, seal in books if seal]
        latest = recorded if recorded in seals or not seals else seals[-1]
        # An older 总表 that was put back has no base any more: what was known since still counts.
        start = self._base(latest) or self._base(recorded)
        if not books and start is None:
            return None
        found.notes = start.notes if start else Notes()
        for name, data, seal in books:
            base = self._base(seal) or (None if seal else start)
            if base is None or not self.is_own(name, sha256(data)):
                self._take(found, name, data, base)
        return found

    def _books(self, found: Carried) -> Iterator[tuple[str, bytes, str]]:
        """(name, content, mark) of each 总表 here, the one saved last at the end."""
        for path in register_books(self.folder):
            try:
                data = path.read_bytes()
            except OSError:
                found.said.append(f"{path.name} 正被占用,读不了,下次运行再带批注")
                found.looked_at[path.name] = ""
                continue
            found.looked_at[path.name] = sha256(data)
            yield path.name, data, seal_in(data)

    def _take(self, found: Carried, name: str, data: bytes, base: Base | None) -> None:
        own = {ledger: summary.own_titles(one) for ledger, one in self.ledgers.items()}
        keys = {ledger: one.key.name for ledger, one in self.ledgers.items()}
        try:
            edited = read_edited(data, own, keys, summary.RULINGS)
        except NotReadable:
            found.said.append(f"{name} 读不了(有密码或已损坏),批注按上次的带过来")
            return
        file = kept_name(name, sha256(data))
        found.notes, delta = take(found.notes, edited, base, self.ledgers, own, summary.LISTS, file)
        found.said += _words(delta, known=base is not None)

    def _recorded(self) -> str:
        record = read_record(self.folder) or {}
        notes = record.get(RECORDED)
        return str(notes.get("base") or "") if isinstance(notes, dict) else ""

    def _base(self, seal: str) -> Base | None:
        if not seal.isalnum():
            return None
        try:
            return decode((self.folder / _BASE.format(seal=seal)).read_bytes())
        except OSError:
            return None


def _words(delta: Delta, *, known: bool) -> Iterator[str]:
    counts = (
        (f"批注、批示和底色 {delta.notes} 处", delta.notes),
        (f"裁定 {delta.rulings} 条", delta.rulings),
        (f"单位格子里的改动 {delta.edits} 处(没有采用,列在“变更与冲突”待裁定)", delta.edits),
        (f"没有位置的内容 {delta.kept} 条(列在“变更与冲突”)", delta.kept),
    )
    if said := "、".join(words for words, count in counts if count):
        yield f"带过来{said}"
    if not known:
        yield "上次写出时的底稿找不到,单位格子里的改动和别的工作表没有比较"
    if delta.without:
        names = "、".join(f"“{name}”" for name in delta.without)
        yield f"总表里找不到{names}的工作表或编号列,批注按上次的保留"


def _by_record(folder: Path) -> IsOwn:
    """What the record of a folder says that the kit wrote, by its sum."""
    record = read_record(folder) or {}
    documents = record.get("documents")
    sums = {
        one.get("sha256")
        for one in (documents if isinstance(documents, list) else ())
        if isinstance(one, dict)
    }
    return lambda _, digest: digest in sums


def _earlier(results: Path, month: Month, target: Path) -> Iterator[Path]:
    """The folders of the month and those before it, the latest first, without the target itself."""
    named = []
    for path in results.glob("*"):
        try:
            of = Month.parse(path.name)
        except ValueError:
            continue
        if of <= month and path.resolve() != target.resolve():
            named.append((of, path))
    yield from (path for _, path in sorted(named, reverse=True))


def _moved(notes: Notes, way: str) -> Notes:
    """The notes for another folder: what they say of kept files leads there from it."""

    def moved(one: Edit | Kept) -> Edit | Kept:
        if not one.source.file:
            return one
        file = posixpath.normpath(f"{Path(way).as_posix()}/{one.source.file}")
        return replace(one, source=replace(one.source, file=file))

    edits = tuple(one for one in map(moved, notes.edits) if isinstance(one, Edit))
    archive = tuple(one for one in map(moved, notes.archive) if isinstance(one, Kept))
    return replace(notes, edits=edits, archive=archive)
