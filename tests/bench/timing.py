"""How long a call takes."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def milliseconds(action: Callable[[], object], repeats: int, digits: int) -> str:
    """Median and worst of several runs, the first left out."""
    action()
    times = []
    for _ in range(repeats):
        started = perf_counter()
        action()
        times.append(1000 * (perf_counter() - started))
    return f"{median(times):8.{digits}f} ms  (worst {max(times):.{digits}f})"
