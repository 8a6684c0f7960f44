"""How papers are printed: style sheets, each a way that councils print."""

BASE = """
@page { size: A4; margin: 22mm 20mm 20mm }
body { font-size: 10.5pt; line-height: 1.35; margin: 0 }
h1 { font-size: 18pt; margin: 0 0 10pt } h2 { font-size: 14pt; margin: 14pt 0 6pt } h3 { font-size: 12pt; margin: 12pt 0 4pt }
h1, h2, h3, h4 { break-after: avoid; text-align: left }
p, li { margin: 0 0 6pt } ul, ol { margin: 4pt 0; padding-left: 24pt } td p { margin: 0 0 4pt }
ul.typed { list-style: none; padding-left: 36pt } ul.typed > li { text-indent: -36pt } li ul, li ol { text-indent: 0 }
ol.marked { list-style: none; padding-left: 42pt }
ol.marked > li::before { content: attr(data-label); display: inline-block; width: 42pt; margin-left: -42pt }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 }
td, th { padding: 3pt 5pt; text-align: left; vertical-align: top; orphans: 1; widows: 1 }
"""
RULED = "td, th { border: 0.6pt solid #444 } th { background: #dde6ee }"
LANDSCAPE = "@page { size: A4 landscape; margin: 18mm 15mm }"

SANS = BASE + RULED + "body { font-family: 'Liberation Sans', Arial, sans-serif }"
SERIF = (
    BASE
    + "body { font-family: 'Liberation Serif', 'Times New Roman', serif; text-align: justify }"
    + "th, td { border: 0.4pt solid black; text-align: left }"
    + "@page { @bottom-center { content: 'Page ' counter(page) ' of ' counter(pages); font-size: 8pt } }"
)
COLUMNS = (
    BASE
    + RULED
    + """
@page { size: 176mm 190mm; margin: 22mm 14mm 18mm;
        @top-left { content: 'Draft for consultation'; font-size: 8pt }
        @top-right { content: counter(page); font-size: 8pt }
        @bottom-left { content: 'Published by the Council'; font-size: 8pt } }
body { font-family: 'Liberation Serif', serif; text-align: justify; hyphens: auto; font-size: 10pt }
section.prose { columns: 2; column-gap: 8mm } h1 { column-span: all } table { font-size: 9pt; text-align: left }
ol.marked, ul.typed { padding-left: 30pt } ol.marked > li::before { width: 30pt; margin-left: -30pt } ul.typed > li { text-indent: -30pt }
"""
)
UNRULED = SANS + "td, th { border: none; background: none; padding: 3pt 8pt }"
# Items whose labels and words the file prints after all other words of the page, as text boxes of word processors are.
FLOATING = SANS + "ol.marked > li { position: relative }" + "ol.marked > li::before { position: absolute; left: -42pt; margin: 0 }"
