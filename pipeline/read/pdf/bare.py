"""Functions of pdfium without the types of their arguments, whose checks take Python longer than most of the functions run."""

import ctypes
from typing import Any


def bare(function: Any) -> Any:
    """A function of pdfium for calls by the thousand.

    Numbers are handed over as C ints, objects of ctypes as they are, and what is written to as `ctypes.byref`. Nothing is checked.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(function.restype)(address)  # other threads wait meanwhile: pdfium allows none
