"""Labels are told from words, and say how deep an item stands."""

import pytest

from pipeline.read.labels import Labels


def found(line: str) -> str | None:
    label = Labels().find(line)
    return label.text if label else None


@pytest.mark.parametrize(
    "label",
    "1. 01. 1) 12. 3.5.1 2.1 2.1. (a) (iv) (2) (B) a. b) c.) iv) A4 PA 1 BR1 NTG 3 C1.1 • - * + – ▪ [x]".replace("PA 1", "PA_1")
    .replace("NTG 3", "NTG_3")
    .split(),
)
@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0"])
def test_a_label_is_found(label: str, gap: str) -> None:
    assert found(f"{label.replace('_', ' ')}{gap}We will plant trees.") == label.replace("_", " ")


@pytest.mark.parametrize("line", ["o\tWe will plant", "o   We will plant"])
def test_an_o_with_a_wide_gap_is_a_bullet(line: str) -> None:
    assert found(line) == "o"


@pytest.mark.parametrize(
    "line", ["o We will", "A new library", "2030 is near", "Plan 4", "1.5m people", "-5 degrees", "e.g. trees", "A4 paper"]
)
def test_words_are_no_label(line: str) -> None:
    assert found(line) is None


@pytest.mark.parametrize("line", ["**1.** We will", "**1. We will** plant", "__1.__ We will", "- **1.** We will", "- 1. We will"])
def test_a_label_in_bold_or_behind_a_bullet_is_found(line: str) -> None:
    assert found(line) == "1."


def test_action_03_is_a_label() -> None:
    assert found("Action 03 We will plant") == "Action 03"
    assert found("**Action 03:** We will plant") == "Action 03:"


def test_bare_numbers_are_labels_when_they_count() -> None:
    labels = Labels()
    assert [bool(labels.find(line)) for line in ("1 We will", "2 We will", "15 Wards are", "3 We will")] == [True, True, False, True]
