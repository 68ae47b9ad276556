"""Python's garbage collector, kept away from what is loaded to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Load without the collector, as a block or a decorator.

    It would go through hundreds of thousands of new objects a dozen times, find that all of them stay, and take longer
    than the loading.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
