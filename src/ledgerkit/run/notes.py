"""The office notes in 总表: taken out before a run, reconciled with it, and kept for the next."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ledgerkit.intake.values.cells import reader
from ledgerkit.intake.values.keys import provisional_key
from ledgerkit.ledgers import catalog
from ledgerkit.model.ledger import Ledgers
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
from ledgerkit.run.history import History
from ledgerkit.run.store import (
    KEPT,
    PreviousRun,
    Results,
    kept_name,
    register_books,
    sha256,
)
from ledgerkit.workbooks import summary

_BASE = f"{KEPT}/底稿-{{seal}}.json.gz"
IsOwn = Callable[[str, str], bool]
"""Whether the kit itself wrote what has this (path, sum)."""


@dataclass
class LoadedNotes:
    """The notes to go on with, what is to be said of them, and the sum of each 总表 read for them.

    A 总表 that could not be read has the sum "".
    """

    notes: Notes = field(default_factory=Notes)
    sums: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def load_notes(
    target: Path, history: History, month: Month, is_own: IsOwn | None = None
) -> LoadedNotes:
    """The notes of the 总表 in ``target``; before its first run those of the latest earlier month.

    Nothing is written anywhere.
    """
    ledgers = catalog.ledgers()
    last = history.of(target)
    if loaded := _BookReader(last, ledgers, is_own or last.wrote).load():
        return loaded
    for run in history.until(month, but=target):
        if loaded := _BookReader(run, ledgers, run.wrote).load():
            notes = _relocated(loaded.notes, os.path.relpath(run.folder, target))
            remarks = [f"接着 {run.folder.name} 的总表", *loaded.remarks]
            return LoadedNotes(notes, {}, remarks)
    return LoadedNotes()


def reconcile_notes(notes: Notes, register: Register, office: Office) -> tuple[Notes, Register]:
    """The notes beside this register, and the register with the cells that the office rules on."""

    def provisional(entry: Entry) -> str:
        return provisional_key(entry.row, entry.ledger, entry.owner)

    def reads(edit: Edit, entry: Entry) -> Value:
        column = entry.ledger.column(edit.column)
        reading = reader(column, office, entry.submission.month)(edit.typed)
        if reading.unread:
            raise ValueError(edit.typed)
        return reading.value

    return reconcile(notes, register, provisional, reads)


def base_keeper(notes: Notes, results: Results) -> Callable[[Written], str]:
    """Keeps what is written into 总表 for the next run, and gives the mark that 总表 bears."""

    def keep(written: Written) -> str:
        data = encode(Base(written, notes))
        results.keep(_BASE.format(seal=seal_of(data)), data)
        return seal_of(data)

    return keep


def remove_unused_bases(folder: Path) -> None:
    """Remove the bases of no 总表 that stands in the folder."""
    try:
        needed = {_BASE.format(seal=seal_in(path.read_bytes())) for path in register_books(folder)}
    except OSError:
        return
    for path in folder.glob(_BASE.format(seal="*")):
        if path.relative_to(folder).as_posix() not in needed:
            path.unlink(missing_ok=True)


def record_of_notes(notes: Notes, book: Path) -> Mapping[str, object]:
    """What the run record says of the notes in a 总表: how many, and the mark of their base."""
    rows = [row for by_key in notes.rows.values() for row in by_key.values()]
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
class _BookReader:
    """Takes the notes out of the 总表 that stand in the folder of a previous run."""

    run: PreviousRun
    ledgers: Ledgers
    is_own: IsOwn
    _bases: dict[str, Base | None] = field(default_factory=dict)

    def load(self) -> LoadedNotes | None:
        """The notes; None where there is no 总表 and nothing is known of one."""
        loaded = LoadedNotes()
        books = list(self._books(loaded))
        recorded = self.run.notes_base
        seals = [seal for _, _, seal in books if seal]
        latest = recorded if recorded in seals or not seals else seals[-1]
        # An older 总表 that was put back has no base any more: what was known since still counts.
        start = self._base(latest) or self._base(recorded)
        if not books and start is None:
            return None
        loaded.notes = start.notes if start else Notes()
        for name, data, seal in books:
            base = self._base(seal) or (None if seal else start)
            if base is None or not self.is_own(name, sha256(data)):
                self._take(loaded, name, data, base)
        return loaded

    def _books(self, loaded: LoadedNotes) -> Iterator[tuple[str, bytes, str]]:
        """(name, content, mark) of each 总表 here, the one saved last at the end."""
        for path in register_books(self.run.folder):
            try:
                data = path.read_bytes()
            except OSError:
                loaded.remarks.append(f"{path.name} 正被占用,读不了,下次运行再带批注")
                loaded.sums[path.name] = ""
                continue
            loaded.sums[path.name] = sha256(data)
            yield path.name, data, seal_in(data)

    def _take(self, loaded: LoadedNotes, name: str, data: bytes, base: Base | None) -> None:
        titles = {name: summary.own_titles(ledger) for name, ledger in self.ledgers.items()}
        keys = {name: ledger.key.name for name, ledger in self.ledgers.items()}
        try:
            edited = read_edited(data, titles, keys, summary.RULINGS)
        except NotReadable:
            loaded.remarks.append(f"{name} 读不了(有密码或已损坏),批注按上次的带过来")
            return
        file = kept_name(name, sha256(data))
        loaded.notes, delta = take(
            loaded.notes, edited, base, self.ledgers, titles, summary.LISTS, file
        )
        loaded.remarks += _remarks(delta, known=base is not None)

    def _base(self, seal: str) -> Base | None:
        """The base of this mark, read once."""
        if seal not in self._bases:
            self._bases[seal] = self._read_base(seal) if seal.isalnum() else None
        return self._bases[seal]

    def _read_base(self, seal: str) -> Base | None:
        try:
            return decode((self.run.folder / _BASE.format(seal=seal)).read_bytes())
        except OSError:
            return None


def _remarks(delta: Delta, *, known: bool) -> Iterator[str]:
    counts = (
        (f"批注、批示和底色 {delta.notes} 处", delta.notes),
        (f"裁定 {delta.rulings} 条", delta.rulings),
        (f"单位格子里的改动 {delta.edits} 处(没有采用,列在“变更与冲突”待裁定)", delta.edits),
        (f"没有位置的内容 {delta.kept} 条(列在“变更与冲突”)", delta.kept),
    )
    if carried := "、".join(words for words, count in counts if count):
        yield f"带过来{carried}"
    if not known:
        yield "上次写出时的底稿找不到,单位格子里的改动和别的工作表没有比较"
    if delta.without:
        names = "、".join(f"“{name}”" for name in delta.without)
        yield f"总表里找不到{names}的工作表或编号列,批注按上次的保留"


def _relocated(notes: Notes, link: str) -> Notes:
    """The notes for another folder: what they say of kept files leads there from it by ``link``."""

    def relocated(note: Edit | Kept) -> Edit | Kept:
        if not note.source.file:
            return note
        file = posixpath.normpath(f"{Path(link).as_posix()}/{note.source.file}")
        return replace(note, source=replace(note.source, file=file))

    edits = tuple(note for note in map(relocated, notes.edits) if isinstance(note, Edit))
    archive = tuple(note for note in map(relocated, notes.archive) if isinstance(note, Kept))
    return replace(notes, edits=edits, archive=archive)
