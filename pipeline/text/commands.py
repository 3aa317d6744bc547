"""What can be asked of the translation from text to glosses on the command line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from tyro.conf import Positional, arg

from pipeline.text.pretrained.recipe import Finetune

OptionalPath = Annotated[Path | None, arg(metavar="PATH")]


@dataclass(frozen=True)
class GlossText:
    """Translate sentences to glosses, one a line, and say how much of them the dictionary can sign."""

    text: Annotated[Positional[str], arg(metavar="TEXT")] = ""
    """What to translate; - reads it from standard input, a sentence a line."""
    file: OptionalPath = None
    """A text file with a sentence a line, instead of a text."""
    language: str = "en"
    """The text's language: en, de or zh."""
    sign_language: str = ""
    """The sign language: ase (ASL), gsg (DGS) or csl (CSL); by default the one that goes with the text."""
    dictionary: OptionalPath = None
    """A sign dictionary (.sqlite); by default the starter dictionary."""
    model: OptionalPath = None
    """A folder with a trained translator; by default the rules translate."""
    glossary: OptionalPath = None
    """A glossary exported by the studio, whose entries win."""
    nbest: int = 1
    """How many ways to sign each sentence are told."""
    only_dictionary: bool = False
    """Let the model choose only glosses that the dictionary has, and say what that costs."""
    explain: bool = False
    """Tell the reason of every gloss and how sure it is."""
    serve: bool = False
    """Answer requests in JSON lines on standard input, for the studio; needs --model."""
    json: bool = False
    """Report as JSON lines on standard output."""


@dataclass(frozen=True)
class Train:
    """Train a translator from text to glosses on sentences and their glosses, in minutes on a laptop."""

    what: Annotated[Positional[Literal["text2gloss"]], arg(metavar="text2gloss")]
    """What to train: text2gloss."""
    corpus: Annotated[Path, arg(metavar="PATH")]
    """A folder with train and dev (and test) files, or one file: two text files with as many lines
    (train.de and train.gloss), a CSV or TSV table with columns text and gloss, Phoenix-2014T's tables, or the
    annotations of the SLRT family and CSL-Daily."""
    output: Annotated[Path, arg(aliases=["-o"], metavar="FOLDER")]
    """The folder to write the model to; the studio finds those in its models folder."""
    language: str
    """IETF tag of the text, such as de."""
    sign_language: str
    """ISO 639-3 code of the glosses' sign language, such as gsg."""
    model: Literal["phrases", "neural", "combined"] = "phrases"
    """phrases: counted phrases, weighed on left-out parts of the training sentences, in a minute or two.
    neural: two compact transformers. combined: phrases, which three compact transformers judge too; it is
    the best and takes up to half an hour. Training of networks goes on after a kill."""
    dev: OptionalPath = None
    """The dev part, where the corpus does not say; else every tenth sentence is left out for it."""
    cleaning: Literal["auto", "none", "phoenix"] = "auto"
    """Whether marks of transcription are cleaned away as published Phoenix-2014T scores do."""
    name: str = ""
    """What the studio calls the model; by default the folder's name."""
    licence: str = ""
    """The licence of the corpus, for the model's card."""
    seed: int = 1
    """The same seed gives the same model."""
    finetune: Finetune = field(default_factory=Finetune)
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


@dataclass(frozen=True)
class Evaluate:
    """Score a trained translator, or a file of glosses, against a corpus as the field does."""

    what: Annotated[Positional[Literal["text2gloss"]], arg(metavar="text2gloss")]
    """What to evaluate: text2gloss."""
    corpus: Annotated[Path, arg(metavar="PATH")]
    """As for train; its part named by --part is translated."""
    model: OptionalPath = None
    """The folder of a trained translator."""
    hypotheses: OptionalPath = None
    """Instead of a model: a text file with the glosses of a sentence a line."""
    against: OptionalPath = None
    """Another file of glosses, to say how sure the difference in BLEU-4 is."""
    part: Literal["dev", "test"] = "dev"
    """The part that is scored."""
    dictionary: OptionalPath = None
    """Allow only glosses that this dictionary (.sqlite) can sign."""
    vocabulary: OptionalPath = None
    """Allow only the glosses in this text file, one a line."""
    cleaning: Literal["auto", "none", "phoenix"] = "auto"
    """As for train."""
    output: Annotated[Path | None, arg(aliases=["-o"], metavar="FILE")] = None
    """Write the translations, a sentence a line."""
    json: bool = False
    """Report as JSON lines on standard output."""
