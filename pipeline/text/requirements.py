"""The optional packages that neural translators need, installed at their first use."""

from pathlib import Path

from pipeline import environment
from pipeline.errors import BadInput

_ROOT = Path(__file__).resolve().parents[2]
EXTRA = "text"


def prepare_networks() -> None:
    """Make PyTorch and what goes with it importable. Raises BadInput when that fails."""
    try:
        environment.prepare_packages(_ROOT, EXTRA)
    except environment.SetupError as error:
        raise BadInput(str(error)) from error
