"""Growth drawn as SVG, both axes by powers of ten."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 440, 64, 130, 36, 52
COLOURS = ("#1b5e9b", "#b3541e", "#5b7f2b", "#7a4b94")
Point = tuple[int, float]


class Axis:
    """From a value to its place in the picture."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low, self.high = floor(log10(min(values))), ceil(log10(max(values)))
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        """The place of a value."""
        return round(self.start + (log10(value) - self.low) / (self.high - self.low) * (self.end - self.start), 1)

    def marks(self) -> list[float]:
        """Its powers of ten."""
        return [10.0**power for power in range(self.low, self.high + 1)]


LABELS = ("texts", "seconds of processor time")


def plot(lines: Mapping[str, Sequence[Point]], wanted: Sequence[Point], labels: tuple[str, str] = LABELS) -> str:
    """The picture: a line for each name through its points, a ring for each time that is wanted; `labels` say what goes across and up."""
    points = [point for line in lines.values() for point in line] + list(wanted)
    across = Axis([texts for texts, _ in points], LEFT, WIDTH - RIGHT)
    up = Axis([seconds for _, seconds in points], HEIGHT - BOTTOM, TOP)
    parts = [*_axes(across, up, labels)]
    for (name, line), colour in zip(lines.items(), COLOURS, strict=False):
        parts += _line(name, line, colour, across, up)
    parts += [f'<circle cx="{across(x)}" cy="{up(y)}" r="7" fill="none" stroke="#1b5e9b" stroke-dasharray="3 2"/>' for x, y in wanted]
    parts += [_text(across(x) + 12, up(y) + 4, f"wanted: {y:g} s", "start", "#1b5e9b") for x, y in wanted]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *parts, "</svg>", ""])


def _axes(across: Axis, up: Axis, labels: tuple[str, str]) -> Iterator[str]:
    yield _text(LEFT - 44, TOP - 16, labels[1], "start", "#333")
    yield _text((across.start + across.end) / 2, HEIGHT - 12, labels[0], "middle", "#333")
    for mark in across.marks():
        yield f'<path d="M{across(mark)} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
        yield _text(across(mark), HEIGHT - BOTTOM + 18, f"{mark:,.0f}", "middle", "#333")
    for mark in up.marks():
        yield f'<path d="M{LEFT} {up(mark)}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        yield _text(LEFT - 8, up(mark) + 4, f"{mark:,g}", "end", "#333")


def _line(name: str, points: Sequence[Point], colour: str, across: Axis, up: Axis) -> Iterator[str]:
    way = " ".join(f"{across(texts)},{up(seconds)}" for texts, seconds in points)
    yield f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{across(texts)}" cy="{up(seconds)}" r="3.5" fill="{colour}"/>' for texts, seconds in points)
    texts, seconds = points[-1]
    yield _text(across(texts), up(seconds) - 10, name, "middle", colour)


def _text(x: float, y: float, words: str, anchor: str, colour: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{words}</text>'
