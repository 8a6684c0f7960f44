"""What a paper that was sent in is called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.site.intake.names import LONGEST, clean_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/cron.d/plan.txt", "plan.txt"),
        ("C:\\Users\\cat\\plan.docx", "plan.docx"),
        ("/plan.txt", "plan.txt"),
        ("..plan.txt", "plan.txt"),
        ("~$plan.docx", "plan.docx"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        ("plan\u202efdp.txt", "planfdp.txt"),
        ("Zweijährlicher  Plan.txt", "Zweijährlicher Plan.txt"),
        ("Plan für Müll.txt", "Plan für Müll.txt"),
        ("议程.pdf", "议程.pdf"),
        ("-rf.txt", "-rf.txt"),
        ("What? A “plan”: 1|2.txt", "What- A “plan”- 1-2.txt"),
        ("plan .TXT", "plan.TXT"),
    ],
)
def test_a_name_loses_what_no_file_should_be_called(said: str, name: str) -> None:
    assert clean_name(said) == name


@pytest.mark.parametrize(
    "said", ["", ".", "..", "/", "plan", ".pdf", ".htaccess", "plan.exe", "plan.pdf.yaml", "plan.txt/", "plan.pdf.part", "plan.problem.txt"]
)
def test_what_is_no_papers_name_is_refused(said: str) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        clean_name(said)


def test_a_long_name_keeps_its_ending_and_whole_letters() -> None:
    name = clean_name("ä" * 300 + ".pdf")
    assert name.endswith("ä.pdf") and len(name.encode()) <= LONGEST


@given(st.text(max_size=60), st.sampled_from([".pdf", ".txt", ".DOCX"]))
def test_whatever_is_said_the_name_lies_in_the_folder_and_is_seen(said: str, suffix: str) -> None:
    try:
        name = clean_name(said + suffix)
    except ReadError:
        return
    assert not {"/", "\\", "\0"} & set(name) and not name.startswith(".")
    assert all(unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in name)
    assert clean_name(name) == name
