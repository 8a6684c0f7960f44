"""PDF papers: pages by pdfium and pdfplumber, and their words put in order."""
