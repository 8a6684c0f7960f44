"""Papers without pages, such as Word files and web pages: the paragraphs and tables they flow with, and how these become a Document."""
