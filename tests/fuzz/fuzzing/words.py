"""Texts such as papers hold, and such as they never should."""

from hypothesis import strategies as st

LINES = [
    "1. We will plant 100 trees by June 2030.",
    "1.2.3 The Council will, by the end of Q3 2026/27, reduce waiting from 12 to 6 weeks.",
    "RESOLVED that the Director report back in six months.",
    "| Action | Owner | By when | Target |",
    "|---|:---:|---|",
    "| Open a library | Head of Culture | 31 March 2031 | £1.2m |",
    "Action          Owner              When",
    "Open a hall     Head of Works      Spring 2029",
    "# Plan",
    "Actions\n=======",
    "- mow the verges",
    "    * deeper",
    "a) b) (iii) 4.",
    "Owner: Cllr O'Brien and others",
    "Present: Cllrs Aye, Bee (Chair)",
    "On 31 February 2026, 99/99/9999 and 1 January 0000",
    "between 30 June 2030 and 1 June 2030, every 0 days, 10-5 %",
    "£-1,,2.3.4bn to £٣ by Q9 20300/31",
    "<b>bold</b> &amp; &#x1F333; &bogus; <script>1</script>",
    "```\ncode",
    "[^1]: a note",
    "Page 1 of 0",
    "--- page 3 ---",
    "",
]
SIGNS = [
    "\t",
    "\f",
    "\r",
    "\r\n",
    "\n\n",
    "\v",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\u200f",
    "\ufeff",
    "\ufffd",
    "\xad",
    "\xa0",
    "\u0301",
    "🌳",
    "ﬁ",
    "İ",
    "ß",
    "٣",
    "Ⅳ",
    "|",
    "*",
    ".",
]

junk = st.text(max_size=30)
piece = st.one_of(st.sampled_from(LINES), st.sampled_from(SIGNS), junk)
words = st.lists(st.tuples(piece, st.sampled_from(["\n", "\n", " ", "", "  |  ", "\t"])), max_size=40).map(
    lambda parts: "".join(text + end for text, end in parts)
)


@st.composite
def encoded(draw: st.DrawFn, text: st.SearchStrategy[str] = words) -> bytes:
    """The text in some encoding, not always one that fits, and now and then damaged."""
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "cp1252", "cp437", "utf-7"]))
    return draw(damaged(draw(text).encode(encoding, "replace")))


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with up to three damages: some cut out, doubled, or replaced by others."""
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        how = draw(st.sampled_from(["cut", "double", "noise", "end"]))
        middle = {"cut": b"", "double": data[start:end] * 3, "noise": draw(st.binary(max_size=8)), "end": b""}[how]
        data = data[:start] + middle + (b"" if how == "end" else data[end:])
    return data
