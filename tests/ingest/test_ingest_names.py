"""Files that hold one paper: each is kept as a name of it, and none is a paper twice."""

import sqlite3

WORDS = "1. We will plant 100 trees by June 2030.\n"


def names(office) -> set[tuple[str, str, str]]:
    with sqlite3.connect(office.out / "register.db") as db:
        return set(db.execute("SELECT file, paper, relation FROM names"))


def test_the_same_bytes_under_two_names_are_one_paper_with_two_names(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS)
    assert office.lines()["b.txt"] == "same as a.txt"
    assert names(office) == {("a.txt", "a", "itself"), ("b.txt", "a", "same bytes")}
    assert list(office.rows()) == ["a"]


def test_a_copy_is_said_again_in_every_run_and_is_no_error(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS)
    office.run()
    result = office.run()
    assert result.exit_code == 0
    assert "b.txt: same as a.txt" in result.output


def test_the_same_words_in_other_bytes_are_one_paper_with_two_names(office) -> None:
    office.put("a.txt", WORDS)
    office.run()
    office.put("b.txt", WORDS.replace("\n", "\r\n"))
    assert office.lines()["b.txt"] == "same text as a.txt"
    assert office.lines()["b.txt"] == "same text as a.txt"
    assert names(office) == {("a.txt", "a", "itself"), ("b.txt", "a", "same words")}


def test_a_copy_that_is_gone_is_no_name_any_more(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS)
    office.run()
    (office.corpus / "b.txt").unlink()
    assert office.lines()["b.txt"] == "no longer there; it held the same bytes as another paper, which stays"
    assert names(office) == {("a.txt", "a", "itself")}
    assert list(office.lines()) == ["a.txt"]


def test_a_copy_stays_when_the_first_of_the_two_is_gone(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS)
    office.run()
    (office.corpus / "a.txt").unlink()
    assert "renamed from a.txt" in office.lines()["b.txt"]
    assert names(office) == {("b.txt", "a", "itself")}


def test_a_copy_of_words_is_read_when_its_paper_is_gone_in_the_same_run(office) -> None:
    office.put("a.txt", WORDS)
    office.put("c.txt")
    office.run()
    (office.corpus / "a.txt").unlink()
    office.put("b.txt", WORDS.replace("\n", "\r\n"))
    assert office.lines()["b.txt"].startswith("read (")
    assert names(office) == {("b.txt", "b", "itself"), ("c.txt", "c", "itself")}


def test_a_known_copy_of_words_is_read_in_the_run_in_which_its_paper_is_gone(office) -> None:
    office.put("a.txt", WORDS)
    office.put("c.txt")
    office.run()
    office.put("b.txt", WORDS.replace("\n", "\r\n"))
    office.run()
    (office.corpus / "a.txt").unlink()
    assert office.lines()["b.txt"].startswith("read (")
    assert names(office) == {("b.txt", "b", "itself"), ("c.txt", "c", "itself")}


def test_a_paper_with_the_old_words_of_one_that_changes_in_the_same_run_is_no_copy(office) -> None:
    office.put("z.txt", WORDS + WORDS.replace("trees", "hedges").replace("1.", "2."))
    office.run()
    office.put("a.txt", (WORDS + WORDS.replace("trees", "hedges").replace("1.", "2.")).replace("\n", "\r\n"))
    office.put("z.txt", "1. We will mend the bridge by May 2029.\n")
    office.run()
    assert sorted(office.rows()) == ["a", "z"]


def test_two_papers_that_take_each_others_words_in_one_run_are_both_papers(office) -> None:
    other = "1. We will mend the bridge by May 2029.\n"
    office.put("a.txt", WORDS)
    office.put("b.txt", other)
    office.run()
    office.put("a.txt", other.replace("\n", "\r\n"))
    office.put("b.txt", WORDS.replace("\n", "\r\n"))
    office.run()
    assert names(office) == {("a.txt", "a", "itself"), ("b.txt", "b", "itself")}


def test_a_copy_of_words_stays_a_name_of_its_paper_when_that_is_renamed(office) -> None:
    office.put("a.txt", WORDS)
    office.run()
    office.put("b.txt", WORDS.replace("\n", "\r\n"))
    office.run()
    (office.corpus / "a.txt").rename(office.corpus / "c.txt")
    assert office.lines()["b.txt"] == "same text as c.txt"
    assert names(office) == {("c.txt", "a", "itself"), ("b.txt", "a", "same words")}


def test_a_copy_that_changes_becomes_a_paper_of_its_own(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS)
    office.run()
    office.put("b.txt", "1. We will mend the bridge by May 2029.\n")
    office.run()
    assert names(office) == {("a.txt", "a", "itself"), ("b.txt", "b", "itself")}


def test_of_two_papers_with_the_same_words_the_one_that_has_an_address_keeps_it_in_a_register_made_anew(office) -> None:
    office.put("a.txt", WORDS)
    office.run()
    office.put("b.txt", WORDS.replace("\n", " \r\n\r\n"))
    office.run()
    before, stored = names(office), office.stored()
    for file in office.out.glob("register.db*"):
        file.unlink()
    assert office.lines()["b.txt"] == "same text as a.txt"
    assert (names(office), office.stored()) == (before, stored)


def test_of_two_new_papers_with_the_same_words_the_larger_file_is_the_paper(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS.replace("\n", " \r\n\r\n"))
    assert office.lines()["a.txt"] == "same text as b.txt"


def test_a_copy_of_a_copy_of_words_is_a_name_of_the_paper_with_these_words(office) -> None:
    office.put("a.txt", WORDS)
    office.run()
    office.put("b.txt", WORDS.replace("\n", "\r\n"))
    office.put("c.txt", WORDS.replace("\n", "\r\n"))
    assert office.run().exit_code == 0
    assert names(office) == {("a.txt", "a", "itself"), ("b.txt", "a", "same words"), ("c.txt", "a", "same words")}


def test_two_files_of_the_same_bytes_that_cannot_be_read_let_the_run_go_on(office) -> None:
    office.put("a.txt", "")
    office.put("b.txt", "")
    office.put("c.txt", WORDS)
    result = office.run()
    assert result.exit_code == 3
    assert "b.txt: same as a.txt" in result.output
    assert names(office) == {("c.txt", "c", "itself")}


def test_a_copy_is_no_name_any_more_when_both_files_become_the_same_that_cannot_be_read(office) -> None:
    office.put("a.txt", WORDS)
    office.put("b.txt", WORDS)
    office.run()
    office.put("a.txt", "")
    office.put("b.txt", "")
    assert office.run().exit_code == 3
    assert names(office) == {("a.txt", "a", "itself")}
