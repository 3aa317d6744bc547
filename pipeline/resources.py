"""Where the files that Signwright ships are."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
