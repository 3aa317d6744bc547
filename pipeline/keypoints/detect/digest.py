"""What a clip or a model is known by."""

import hashlib
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.keypoints.detect.frames import pictures


def digest(source: Path) -> str:
    """What a clip is known by: the bytes of its file, or names, sizes and dates of its pictures."""
    found = hashlib.blake2b(digest_size=16)
    if source.is_dir():
        for path in pictures(source):
            facts = path.stat()
            found.update(f"{path.name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
        return found.hexdigest()
    try:
        with source.open("rb") as file:
            while block := file.read(2**20):
                found.update(block)
    except OSError as error:
        raise BadInput(f"{source} cannot be opened ({error.strerror}): choose another file.") from None
    return found.hexdigest()
