"""A paper without trouble raises no flag."""

from collections.abc import Callable

import pytest

from pipeline.checks import run_checks
from pipeline.model.paper import Paper

CONTENTS = """# Harbour Plan 2024 to 2030

## Contents

1 Introduction ........ 3
2 Our streets ........ 4
4 Our parks ........ 9
7 Glossary ........ 15

## 1 Introduction

This plan was written with the people of Harbour, who have lived here since 1200 (or before).
"""
AGENDA = """# Harbour Council: Agenda

Meeting on 4 March 2024 at 7 pm in the Town Hall

1. Apologies
2. Declarations of interest
3. Minutes of the last meeting
   3.1 Matters arising
   3.3 Letters
5. Reports
   a) Clerk
   c) Treasurer
8. Any other business
"""
NEWS = """# Council news

Published on 4 March 2024

1. Read about our new library
3. See pictures of the fair, which 4,500 people came to

“It was a splendid day,” said the Mayor. “We will all remember it for long.”

In 2019, 2020 and 2023 the fair was held in the park. Phone 01234 567890, or see page 4, 5 or 7.
"""
PLAN = """# Harbour Action Plan 2024 to 2030

Published: March 2024

## Streets

| Ref | Action | Lead | Deadline |
| --- | --- | --- | --- |
| S1 | Pave the market square | Highways Team | June 2025 |
| S2 | Light 40 lamps on the towpath | Highways Team | March 2026 |
| S3 | Open a ferry | Harbour Board | May 2027 |

## Parks

| Ref | Action | Lead | Deadline |
| --- | --- | --- | --- |
| P1 | Plant 300 trees (oak and lime) | Parks Team | June 2025 |
| P2 | Mend the fountain | Parks Team | March 2026 |
| P3 | Cut waste from the parks by 20% | Parks Team | May 2027 |
"""
CLAUSES = """# Motion

The Council resolves to:

(a) ask the Clerk to write to the Harbour Board by 1 June 2024;
(b) ask the Clerk to publish the answer by 1 July 2024; and
(d) hold a public meeting by 1 August 2024.

1. The Clerk will book the hall by 1 May 2024.
2. The Clerk will print 20 posters by 1 May 2024.
4. The Clerk will invite the press by 1 May 2024.
"""


@pytest.mark.parametrize("text", [CONTENTS, AGENDA, NEWS, PLAN, CLAUSES], ids=["contents", "agenda", "news", "plan", "clauses"])
def test_no_flag_is_raised(extract: Callable[[str], Paper], text: str) -> None:
    assert run_checks(extract(text)) == ()


@pytest.mark.parametrize("text", [PLAN, CLAUSES], ids=["plan", "clauses"])
def test_something_is_promised_there(extract: Callable[[str], Paper], text: str) -> None:
    assert len(extract(text).commitments) > 3
