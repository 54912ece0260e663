"""The specification of a flow: what people exchange and sign, as one HTML file or as Markdown with its drawings.

The way is always the same: a flow becomes a `Document` (what is said, in sections, tables and drawings), and a writer
turns that into HTML or Markdown, so that both say the same.
"""

from ivr.specification.html import html_of
from ivr.specification.markdown import markdown_of
from ivr.specification.parts import Document
from ivr.specification.printed import Printed, printed
from ivr.specification.specify import specification

__all__ = ["Document", "Printed", "html_of", "markdown_of", "printed", "specification"]
