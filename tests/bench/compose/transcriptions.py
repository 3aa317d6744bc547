"""How much of the published transcriptions can be mapped.

    python -m tests.bench.compose.transcriptions LEXICONS

LEXICONS is a folder with sigml_ngt.tar.gz and hamnosys/data.json.
"""

import json
import sys
import tarfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.compose.transcription.figures import coverage
from pipeline.compose.transcription.read import Transcription, read_hamnosys, read_sigml
from pipeline.errors import BadInput


def measure(title: str, readers: Iterable[Callable[[], list[Transcription]]]) -> None:
    """Print the figures of one collection and what is missing most."""
    begun = time.process_time()
    found: list[Transcription] = []
    refused: list[str] = []
    for read in readers:
        try:
            found += read()
        except BadInput as refusal:
            refused.append(str(refusal))
    figures = coverage(found, len(refused))
    print(f"{title}: {figures}; {time.process_time() - begun:.1f} s of CPU")
    print("  missing most:", "; ".join(f"{what} {count}" for what, count in figures.missing[:12]))
    print("  refused:", *refused[:3], sep="\n    ")


def main(lexicons: Path) -> None:
    """Measure both collections."""
    with tarfile.open(lexicons / "sigml_ngt.tar.gz") as archive:
        members = [member for member in archive.getmembers() if member.name.endswith(".sigml")]
        files = [(member.name, archive.extractfile(member).read()) for member in members]  # type: ignore[union-attr]
    measure("NGT SiGML", [lambda name=name, data=data: read_sigml(data, name) for name, data in files])
    entries = json.loads((lexicons / "hamnosys" / "data.json").read_text())
    measure(
        "HamNoSys",
        [
            lambda key=key, entry=entry: [read_hamnosys(entry["hamnosys"], key)]
            for key, entry in entries.items()
            if entry["hamnosys"]
        ],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
