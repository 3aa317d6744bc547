"""Opens trained translators whole, those that need PyTorch too; the studio does so in a child process."""

from pathlib import Path

from pipeline.text.hypothesis import Translator
from pipeline.text.models import PUBLISHED, model_in, open_quick
from pipeline.text.requirements import prepare_networks


def open_model(folder: Path) -> Translator:
    """The translator in a folder. Raises BadInput when there is none or it cannot be read."""
    model = model_in(folder)
    if not model.heavy:
        return open_quick(folder)
    prepare_networks()
    if model.system == "combined":
        from pipeline.text.combined import storage

        return storage.load(folder)
    if (folder / PUBLISHED).is_file():
        from pipeline.text.pretrained.published import open_published
        from pipeline.text.pretrained.published_translator import PublishedTranslator

        return PublishedTranslator(open_published(folder))
    from pipeline.text.neural import storage as networks
    from pipeline.text.pretrained import translator

    return networks.load(folder) if (folder / networks.FILE).is_file() else translator.load(folder)
