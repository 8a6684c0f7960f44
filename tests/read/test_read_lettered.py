"""Letters that count bulleted items."""

from pipeline.read import read_paper

BULLETS = "# Report\n\nThe Board is recommended to:\n\n"


def marked(*items: str) -> list[tuple[str | None, str]]:
    document = read_paper((BULLETS + "".join(f"- {item}\n" for item in items)).encode(), "report.txt")
    return [(block.marker, block.span.of(document.text)) for block in document.blocks if block.kind == "item"]


def test_letters_that_count_items_behind_their_bullets_are_labels() -> None:
    assert marked("A Approve the plan", "B Appoint a warden") == [("A", "Approve the plan"), ("B", "Appoint a warden")]


def test_a_letter_alone_is_a_word() -> None:
    assert marked("A Board is set up", "The plan is approved") == [("-", "A Board is set up"), ("-", "The plan is approved")]


def test_letters_that_do_not_count_are_words() -> None:
    assert [text for _, text in marked("A Board is set up", "A Warden is appointed")] == ["A Board is set up", "A Warden is appointed"]
