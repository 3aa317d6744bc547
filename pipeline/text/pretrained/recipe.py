"""How a pretrained encoder-decoder is fine-tuned; torch is not needed to read this."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from tyro.conf import arg


@dataclass(frozen=True, slots=True)
class Finetune:
    """Fine-tuning of a Hugging Face encoder-decoder in a folder of your own."""

    pretrained: Annotated[Path | None, arg(metavar="FOLDER")] = None
    """A folder with an mBART, mBART-50, NLLB, mT5, T5, BART or Marian model, to train instead of --model."""
    epochs: int = 40
    """Rounds through the corpus at most."""
    patience: int = 5
    """Rounds without a better BLEU-4 on dev after which training ends."""
    batch: int = 8
    """Sentences in one step of one process."""
    rate: float = 3e-5
    """Highest learning rate; it rises over the first tenth and then falls as a cosine."""
    smoothing: float = 0.2
    """Label smoothing."""
    beams: int = 5
    """Of the search, when sentences are translated."""
    source_code: str = ""
    """The model's own code of the text's language, such as de_DE or deu_Latn, where it has such codes."""
    target_code: str = ""
    """The code the glosses are written under; by default that of the text."""
