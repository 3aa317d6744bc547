"""Opens trained translators whole, those that need PyTorch too; the studio does so in a child process."""

from pathlib import Path

from pipeline.errors import BadInput
from pipeline.text.hypothesis import Translator
from pipeline.text.models import model_in, open_quick


def open_model(folder: Path) -> Translator:
    """The translator in a folder. Raises BadInput when there is none or it cannot be read."""
    model = model_in(folder)
    if model.system == "phrases":
        return open_quick(folder)
    if model.system == "neural":
        from pipeline.text.pretrained import translator

        return translator.load(folder)
    raise BadInput(f"The model {model.name} is of a kind that this version cannot open: update Signwright.")
