"""Typesets papers whose words are known, so that tests can read them back: as web pages, PDFs, Word files and scans."""
