"""Web pages to PDFs, and PDFs to other PDFs: turned, cropped, scanned."""

import io

import pikepdf
import pypdfium2
from PIL import Image


def print_page(html: str) -> bytes:
    """The PDF that WeasyPrint prints of a page: the same bytes for the same page, fonts and version."""
    from weasyprint import HTML  # needs Pango, which a machine that only reads papers has no use for

    return HTML(string=html).write_pdf(pdf_identifier=b"pledgebook")


def turn_and_crop(pdf: bytes, margin: float) -> bytes:
    """The PDF with its pages stored on their side and shown upright, and `margin` points cut off each of their sides."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        for page in paper.pages:
            _, _, width, height = map(float, page.mediabox)
            page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.obj.MediaBox = pikepdf.Array([0, 0, height, width])
            page.obj.CropBox = pikepdf.Array([margin, margin, height - margin, width - margin])
            page.obj.Rotate = 90
        paper.save(target, deterministic_id=True)
    return target.getvalue()


def turn_sideways(pdf: bytes) -> bytes:
    """The PDF with its pages shown a quarter turn clockwise, so that their lines run downwards."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        for page in paper.pages:
            page.obj.Rotate = 90
        paper.save(target, deterministic_id=True)
    return target.getvalue()


def scan(pdf: bytes, resolution: int = 200) -> bytes:
    """The PDF as a grey picture a page, at `resolution` dots an inch, without any text."""
    paper = pypdfium2.PdfDocument(pdf)
    pictures: list[Image.Image] = [page.render(scale=resolution / 72, grayscale=True).to_pil() for page in paper]
    target = io.BytesIO()
    pictures[0].save(target, "PDF", resolution=resolution, save_all=True, append_images=pictures[1:])
    paper.close()
    return target.getvalue()
