"""A Word template, read and compiled once: docxtpl's tags in a sandbox, everything escaped.

A tag that uses a name which the document does not give is an error that names template and tag; so
is a tag that cannot be read. Values are text: line breaks in them become line breaks in Word, and
characters that XML does not know go.
"""

from __future__ import annotations

import io
import posixpath
import re
import traceback
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ledgerkit.model.errors import LedgerkitError
from ledgerkit.papers.word import fonts
from ledgerkit.workbooks.package import Packed, packed

if TYPE_CHECKING:
    import jinja2

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_STYLES = "word/styles.xml"
_FILLED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_FACED = re.compile(r"word/(styles|document|numbering|fontTable|header\d*|footer\d*)\.xml")
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_UNKNOWN_TO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_PICTURE = re.compile(r'<wp:docPr\b[^>]*\bname="([^"]*)".*?r:embed="([^"]*)"', re.DOTALL)
_RELATION = re.compile(r"<Relationship\b[^>]*>")


class TemplateError(LedgerkitError):
    """A Word template cannot be filled; the text says which one and which tag."""

    wording = "{}。请在 Word 里改好这个标签,再用 ledgerkit lint 检查模板。"


@dataclass(frozen=True)
class Template:
    """A compiled template: ``filled`` and ``unchanged`` parts; ``order`` names them all."""

    name: str
    order: tuple[str, ...]
    unchanged: Mapping[str, Packed]
    filled: Mapping[str, tuple[str, jinja2.Template]]
    """Part → its source, one paragraph a line, and the compiled source."""
    pictures: Mapping[str, str]
    """The name of a picture in Word → its part."""

    def fill(self, context: Mapping[str, object]) -> dict[str, str]:
        """The parts with their tags replaced; TemplateError for a name that is not given."""
        return {part: self._rendered(part, context) for part in self.filled}

    def _rendered(self, part: str, context: Mapping[str, object]) -> str:
        source, template = self.filled[part]
        try:
            return template.render(context)
        except Exception as error:  # a tag may call and reckon: any error is the template's
            raise TemplateError(_complaint(self.name, source, error)) from error


@lru_cache(maxsize=64)
def compiled(package: bytes, name: str, faces: tuple[tuple[str, str], ...], mark: str) -> Template:
    """The template in this .docx, with the office's fonts and its mark fitted to one line."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        order = tuple(info.filename for info in archive.infolist())
        parts = {part: archive.read(part) for part in order}
    for part in filter(_FACED.fullmatch, order):
        parts[part] = fonts.replaced(parts[part].decode(), dict(faces)).encode()
    parts[_STYLES] = fonts.fitted(parts[_STYLES].decode(), mark).encode()
    sources = {part: _source(parts[part].decode()) for part in filter(_FILLED.fullmatch, order)}
    compile_source = _compiler(name)
    return Template(
        name,
        order,
        {part: packed(part, parts[part]) for part in order if part not in sources},
        {part: (source, compile_source(source)) for part, source in sources.items()},
        _pictures(parts),
    )


def _source(xml: str) -> str:
    """What jinja2 reads: tags joined that Word had split, one paragraph a line."""
    from docxtpl import DocxTemplate

    patched: str = DocxTemplate("").patch_xml(xml)
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", patched)


def _compiler(name: str) -> Callable[[str], jinja2.Template]:
    """Compiles sources of the template of this name; tags see nothing but the context."""
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup, escape

    def text(value: object) -> object:
        if isinstance(value, jinja2.Undefined | Markup):
            return value
        clean = _UNKNOWN_TO_XML.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")
        return Markup(str(escape(clean)).replace("\n", _BREAK))

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=jinja2.StrictUndefined, finalize=text
    )

    def compile_source(source: str) -> jinja2.Template:
        try:
            return environment.from_string(source)
        except jinja2.TemplateError as error:
            raise TemplateError(_complaint(name, source, error)) from error

    return compile_source


def _complaint(name: str, source: str, error: Exception) -> str:
    """“模板「催办单.docx」的标签 {{ unti }} 填不了:…”: the tag on the line where it failed."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    number = getattr(error, "lineno", None) or (lines[-1] if lines else None)
    reason = str(error) or type(error).__name__
    tags = _TAG.findall(source.splitlines()[number - 1]) if number else []
    named = set(re.findall(r"'([^']+)'", reason))
    meant = [tag for tag in tags if any(word in tag for word in named)] or tags
    return f"模板「{name}」的标签 {' '.join(meant)} 填不了：{reason}"


def _pictures(parts: Mapping[str, bytes]) -> dict[str, str]:
    targets = {}
    for relation in _RELATION.findall(parts.get(_RELATIONS, b"").decode()):
        at = dict(re.findall(r'(\w+)="([^"]*)"', relation))
        targets[at["Id"]] = posixpath.normpath(posixpath.join("word", at["Target"]))
    named = _PICTURE.findall(parts[_DOCUMENT].decode())
    return {name: targets[embedded] for name, embedded in named}
