"""The tags of a template: readable, of known names, of one look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ledgerkit.papers.lint.content import TAG, Paragraph
from ledgerkit.papers.lint.model import (
    OURS,
    CheckOutcome,
    Rule,
    Subject,
    failed,
    judged,
    no_matter,
    passed,
)
from ledgerkit.papers.lint.tags import Tags, known, tags

_NO_TAGS, _STRANGE = "没有标签", "没有同名的模板可以对照"


def _tags(subject: Subject) -> Tags | None:
    """None where the document is no template."""
    if not subject.document.is_template:
        return None
    return tags(subject.document.package.data, subject.name)


def _readable(subject: Subject) -> CheckOutcome:
    found = _tags(subject)
    if found is None:
        return no_matter(_NO_TAGS)
    return failed(found.error) if found.error else passed("能填写")


def _names(subject: Subject) -> CheckOutcome:
    found, given = _tags(subject), known(subject.name)
    if found is None or found.error or given is None:
        return no_matter(_STRANGE if found and not found.error else _NO_TAGS)
    wrong = sorted(found.names - given.names)
    return judged([f"{{{{ {name} }}}}" for name in wrong], f"{len(found.names)} 个名称都有")


def _attributes(subject: Subject) -> CheckOutcome:
    found, given = _tags(subject), known(subject.name)
    if found is None or found.error or given is None:
        return no_matter(_STRANGE if found and not found.error else _NO_TAGS)
    sources = {source for source, _ in given.attributes}
    wrong = sorted(
        (source, name) for source, name in found.attributes - given.attributes if source in sources
    )
    return judged([f"{source} 没有 {name}" for source, name in wrong], "都有")


def _private(subject: Subject) -> CheckOutcome:
    found = _tags(subject)
    if found is None or found.error:
        return no_matter(_NO_TAGS)
    return judged(list(found.private), "没有")


def _split(subject: Subject) -> CheckOutcome:
    """Tags in several runs are joined when they are filled, but can only have one look."""
    if not subject.document.is_template:
        return no_matter(_NO_TAGS)
    wrong, pieces = [], 0
    for paragraph in subject.document.paragraphs:
        for tag, differs in _pieces(paragraph):
            pieces += 1
            if differs:
                wrong.append(f"{paragraph.called()}的 {tag} 里有几种格式")
    fine = f"有 {pieces} 个标签被拆开,填写时会拼好" if pieces else "没有拆开"
    return judged(wrong, fine)


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """Each tag that stands in several runs, and whether they differ in look."""
    ends = [0]
    for run in paragraph.runs:
        ends.append(ends[-1] + len(run.text))
    for tag in TAG.finditer(paragraph.raw):
        looks = [
            run.type
            for run, (begin, end) in zip(paragraph.runs, pairwise(ends), strict=True)
            if begin < tag.end() and end > tag.start()
        ]
        if len(looks) > 1:
            yield tag[0], len(set(looks)) > 1


RULES = (
    Rule("tags-readable", "标签写法", OURS, "标签成对、写法正确", _readable),
    Rule("tags-known", "标签名称", OURS, "只用这种文书提供的名称", _names),
    Rule("tags-attributes", "清单里的名称", OURS, "只用清单各行提供的名称", _attributes),
    Rule("tags-private", "标签不越界", OURS, "不用以下划线开头的名称", _private),
    Rule("tags-whole", "标签格式", OURS, "一个标签只有一种格式", _split),
)
