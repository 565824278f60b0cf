"""What a Word document is made of, plain and accessible: headings, text, tables with header rows, in British English.

python-docx writes the parts; what it has no words for (header rows, languages) is set in the XML itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Arial"
INK = RGBColor(0x1E, 0x17, 0x22)
LANGUAGE = "en-GB"
SHORT, LONG, MARGIN = Mm(210), Mm(297), Mm(16)
SIZES = {"Normal": 10.5, "Title": 20, "Heading 1": 14, "Heading 2": 11.5}
# The earliest day that a zip file can name: its files carry no other.
NO_DAY = (1980, 1, 1, 0, 0, 0)


class Paper:
    """A document that is being written, from top to bottom."""

    def __init__(self, title: str, subject: str, day: str, *, wide: bool = False) -> None:
        self.docx: Any = Document()
        _properties(self.docx, title, subject, day)
        _styles(self.docx)
        section = self.docx.sections[0]
        section.page_width, section.page_height = (LONG, SHORT) if wide else (SHORT, LONG)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
        self.width = section.page_width - 2 * MARGIN
        self.docx.add_heading(title, 0)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading."""
        self.docx.add_heading(text, level)

    def text(self, text: str, bold: str = "") -> None:
        """A paragraph, which may begin with words in bold."""
        paragraph = self.docx.add_paragraph()
        if bold:
            paragraph.add_run(f"{bold} ").bold = True
        paragraph.add_run(text)

    def bullets(self, texts: Iterable[str]) -> None:
        """A list."""
        for text in texts:
            self.docx.add_paragraph(text, style="List Bullet")

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int], height: int = 0) -> None:
        """A table with a header row on every page; `shares` are the widths of columns, `height` is of rows, in mm."""
        made = self.docx.add_table(rows=0, cols=len(head), style="Table Grid")
        made.autofit = False
        self._row(made, head, shares, is_head=True)
        for row in rows:
            self._row(made, row, shares, height=height)
        self.docx.add_paragraph().paragraph_format.space_after = Pt(0)

    def _row(
        self, table: Any, cells: Sequence[str], shares: Sequence[int], height: int = 0, is_head: bool = False
    ) -> None:
        row = table.add_row()
        if height:
            row.height = Mm(height)
        for cell, text, share in zip(row.cells, cells, shares, strict=True):
            cell.width = int(self.width * share / sum(shares))
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(text).bold = is_head
        own = row._tr.get_or_add_trPr()
        for name in ("w:cantSplit", *(["w:tblHeader"] if is_head else [])):
            own.append(OxmlElement(name))

    def foot(self, text: str) -> None:
        """The line at the foot of every page."""
        paragraph = self.docx.sections[0].footer.paragraphs[0]
        paragraph.add_run(text).font.size = Pt(8)

    def as_bytes(self) -> bytes:
        """The file, in which no byte depends on the day or the machine."""
        written, packed = BytesIO(), BytesIO()
        self.docx.save(written)
        with ZipFile(written) as source, ZipFile(packed, "w") as target:
            for name in source.namelist():
                entry = ZipInfo(name, NO_DAY)
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
                target.writestr(entry, source.read(name))
        return packed.getvalue()


def _properties(docx: Any, title: str, subject: str, day: str) -> None:
    """What the file says of itself; its day is that of the record."""
    own = docx.core_properties
    own.title, own.subject, own.author, own.last_modified_by = title, subject, "What Works", "What Works"
    own.language, own.comments, own.keywords, own.revision = LANGUAGE, "", "", 1
    own.created = own.modified = datetime.fromisoformat(day)


def _styles(docx: Any) -> None:
    """One font, dark ink, and British English for every word."""
    for language in docx.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            language.set(qn(name), LANGUAGE)
    for name, size in SIZES.items():
        style = docx.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
        for fonts in style.element.iter(qn("w:rFonts")):
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            fonts.set(qn("w:cs"), FONT)
    for border in docx.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    docx.styles["Normal"].paragraph_format.space_after = Pt(5)
