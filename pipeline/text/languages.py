"""The languages that can be translated, and what they are called."""

LANGUAGE_PAIRS = (("en", "ase"), ("de", "gsg"))
"""Text and sign languages that can be translated: IETF tags and ISO 639-3 codes."""

LANGUAGE_NAMES = {"en": "English", "de": "German", "ase": "ASL", "gsg": "DGS"}
"""What languages are called in front of people."""
