"""An action plan of 45 rows, made up, long enough to break over three pages and to be torn by the breaks."""

from collections.abc import Iterator

from typeset.content import Heading, Paragraph, Part, Table

HEADER = ("Ref", "Action", "Owner", "Timescale")
STARTS = (
    "Replace the street lamps in {place} with lamps that use half the power, and publish what was saved",
    "Agree with the parishes around {place} who clears which path when it snows",
    "Open the library in {place} on two evenings a week, with a room for groups and a shelf of books in large print",
    "Survey the drains under {place}",
    "Train the staff of the depot in {place} to mend what was thrown away until now; begin with bicycles, then go on to small machines",
)
PLACES = ("Upper Marsh", "Ashby Road", "the old market", "Kingsmead", "Mill Lane", "Northgate", "the Riverside estate")
OWNERS = ("Head of Highways", "Director of Adult Care and Health", "Libraries Team", "Waste and Recycling Manager with Parish Councils")
TIMES = ("March 2031", "By the end of September 2030", "Annual", "30 June 2032", "Summer 2031", "Quarterly")


def rows() -> Iterator[tuple[str, str, str, str]]:
    """The rows below the header, no two alike."""
    for at in range(45):
        action = STARTS[at % 5].format(place=PLACES[at % 7])
        yield f"C{at + 1}", f"{action}.", OWNERS[at % 4], TIMES[at % 6]


def action_plan() -> tuple[Part, ...]:
    """A heading, a paragraph, the table and a paragraph."""
    table = Table(tuple(tuple((words,) for words in row) for row in (HEADER, *rows())), header=True)
    before = Paragraph("The committee has asked for a plan with dates. It is set out below.")
    return Heading(1, "", "Action plan 2030 to 2032"), before, table, Paragraph("The plan is looked at again every spring.")
