"""The languages that can be translated, and what they are called."""

LANGUAGE_PAIRS = (("en", "ase"), ("de", "gsg"), ("zh", "csl"))
"""Text and sign languages that can be translated: IETF tags and ISO 639-3 codes."""

LANGUAGE_NAMES = {
    "en": "English",
    "de": "German",
    "zh": "Chinese",
    "ase": "ASL",
    "gsg": "DGS",
    "csl": "CSL",
}
"""What languages are called in front of people."""
