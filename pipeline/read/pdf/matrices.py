"""What moves a form's own space onto its page: PDF's matrices, and points and boxes under them."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Sides = tuple[float, float, float, float]  # left, bottom, right, top
STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved_box(matrix: Matrix, box: Sides) -> Sides:
    """The box around a box that the matrix moves."""
    if matrix is STRAIGHT:
        return box
    across, up = zip(*moved_corners(matrix, box), strict=True)
    return min(across), min(up), max(across), max(up)


def moved_corners(matrix: Matrix, box: Sides) -> list[Point]:
    """The corners of a box from its lower left one round to that again."""
    x0, y0, x1, y1 = box
    return [moved(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))]


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner matrix, then the outer."""
    if outer is STRAIGHT:
        return inner
    a, b, c, d, e, f = inner
    (g, h), (i, j) = moved(outer, a, b), moved(outer, c, d)
    return g - outer[4], h - outer[5], i - outer[4], j - outer[5], *moved(outer, e, f)


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Where the matrix moves a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
