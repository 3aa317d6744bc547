"""Tiers of time-aligned annotations as ELAN files (.eaf, schema 3.0), out and in."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from pipeline.errors import BadInput
from pipeline.exchange.captions import Cue
from pipeline.motion.files import write_whole

SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
ADVICE = "Choose an .eaf file that ELAN can open."
LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is still read."""

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_TYPE = "time-aligned"


@dataclass(frozen=True, slots=True)
class Tier:
    """The annotations of a tier in the order of time."""

    name: str
    cues: tuple[Cue, ...]


def write_eaf(
    path: Path,
    tiers: Sequence[Tier],
    languages: Mapping[str, str] | None = None,
    media: Path | None = None,
    created: datetime | None = None,
) -> None:
    """Write tiers; `languages` names the language of a tier, `media` is the video they belong to.

    Raises BadInput when the place cannot be written to.
    """
    now = (created or datetime.now(UTC)).isoformat(timespec="seconds")
    root = ET.Element(
        "ANNOTATION_DOCUMENT",
        {"AUTHOR": "Signwright", "DATE": now, "FORMAT": "3.0", "VERSION": "3.0",
         f"{{{_INSTANCE}}}noNamespaceSchemaLocation": SCHEMA},
    )  # fmt: skip
    root.append(_header(media))
    slots = ET.SubElement(root, "TIME_ORDER")
    times: dict[int, str] = {}
    numbers = sorted(
        {_thousandths(moment) for tier in tiers for cue in tier.cues for moment in (cue.begin, cue.end)}
    )
    for number in numbers:
        times[number] = f"ts{len(times) + 1}"
        ET.SubElement(slots, "TIME_SLOT", TIME_SLOT_ID=times[number], TIME_VALUE=str(number))
    count = 0
    for tier in tiers:
        count = _add_tier(root, tier, times, (languages or {}).get(tier.name, ""), count)
    ET.SubElement(
        root, "LINGUISTIC_TYPE", LINGUISTIC_TYPE_ID=_TYPE, TIME_ALIGNABLE="true", GRAPHIC_REFERENCES="false"
    )
    for language in dict.fromkeys((languages or {}).values()):
        ET.SubElement(root, "LANGUAGE", LANG_ID=language, LANG_LABEL=language)
    ET.indent(root)
    ET.register_namespace("xsi", _INSTANCE)
    write_whole(path, ET.tostring(root, encoding="utf-8", xml_declaration=True))


def read_eaf(path: Path) -> tuple[Tier, ...]:
    """The time-aligned tiers of an ELAN file; empty annotations and tiers are left out.

    Annotations that refer to others have the time of those. Raises BadInput for anything else.
    """
    root = _parsed(Path(path))
    times = _aligned(root)
    above = {
        annotation.get("ANNOTATION_ID", ""): annotation.get("ANNOTATION_REF", "")
        for annotation in root.iter("REF_ANNOTATION")
    }
    for name, reference in above.items():
        for _ in range(len(above)):
            if reference in times or reference not in above:
                break
            reference = above[reference]
        if reference in times:
            times[name] = times[reference]
    tiers = (Tier(tier.get("TIER_ID", ""), _cues(tier, times)) for tier in root.iter("TIER"))
    return tuple(tier for tier in tiers if tier.cues)


def _aligned(root: ET.Element) -> dict[str, tuple[float, float]]:
    """Seconds of the annotations with time slots.

    ELAN lets slots without a time stand between those that have one: their annotations share the
    time in between equally.
    """
    values = {slot.get("TIME_SLOT_ID", ""): _seconds(slot) for slot in root.iter("TIME_SLOT")}
    times: dict[str, tuple[float, float]] = {}
    for tier in root.iter("TIER"):
        annotations = list(tier.iter("ALIGNABLE_ANNOTATION"))
        slots = [annotation.get(f"TIME_SLOT_REF{n}", "") for annotation in annotations for n in (1, 2)]
        chain = list(dict.fromkeys(slots))
        known = [place for place, slot in enumerate(chain) if values.get(slot) is not None]
        if not known:
            continue
        moments = np.interp(range(len(chain)), known, [values[chain[place]] or 0.0 for place in known])
        place = dict(zip(chain, moments.tolist(), strict=True))
        for annotation, begin, end in zip(annotations, slots[::2], slots[1::2], strict=True):
            times[annotation.get("ANNOTATION_ID", "")] = place[begin], place[end]
    return times


def _seconds(slot: ET.Element) -> float | None:
    value = slot.get("TIME_VALUE", "")
    return int(value) / 1000 if value.isascii() and value.isdigit() else None


def _header(media: Path | None) -> ET.Element:
    header = ET.Element("HEADER", MEDIA_FILE="", TIME_UNITS="milliseconds")
    if media is not None:
        ET.SubElement(
            header, "MEDIA_DESCRIPTOR", MEDIA_URL=media.resolve().as_uri(), MIME_TYPE="video/mp4",
            RELATIVE_MEDIA_URL=f"./{media.name}",
        )  # fmt: skip
    return header


def _add_tier(root: ET.Element, tier: Tier, times: Mapping[int, str], language: str, count: int) -> int:
    made = ET.SubElement(root, "TIER", LINGUISTIC_TYPE_REF=_TYPE, TIER_ID=tier.name)
    if language:
        made.set("LANG_REF", language)
    for cue in tier.cues:
        count += 1
        aligned = ET.SubElement(
            ET.SubElement(made, "ANNOTATION"),
            "ALIGNABLE_ANNOTATION",
            ANNOTATION_ID=f"a{count}",
            TIME_SLOT_REF1=times[_thousandths(cue.begin)],
            TIME_SLOT_REF2=times[_thousandths(cue.end)],
        )
        ET.SubElement(aligned, "ANNOTATION_VALUE").text = cue.text
    return count


def _parsed(path: Path) -> ET.Element:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise BadInput(f"{path} cannot be opened ({problem.strerror}): choose another file.") from None
    if len(data) > LARGEST:
        raise BadInput(f"{path} is larger than 64 MB: {ADVICE}")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise BadInput(f"{path} declares entities, which ELAN's files never do: {ADVICE}")
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError) as problem:
        raise BadInput(f"{path} is no readable XML ({problem}): {ADVICE}") from None
    if root.tag != "ANNOTATION_DOCUMENT":
        raise BadInput(f"{path} is XML, but no ELAN file: {ADVICE}")
    return root


def _cues(tier: ET.Element, times: Mapping[str, tuple[float, float]]) -> tuple[Cue, ...]:
    found = []
    for annotation in tier.iter():
        span = times.get(annotation.get("ANNOTATION_ID", ""))
        text = " ".join((annotation.findtext("ANNOTATION_VALUE") or "").split())
        if span and text:
            found.append(Cue(*span, text))
    return tuple(sorted(found, key=lambda cue: (cue.begin, cue.end)))


def _thousandths(seconds: float) -> int:
    return round(seconds * 1000)
