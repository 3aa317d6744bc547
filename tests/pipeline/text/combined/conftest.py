"""The translators that are combined here are those of the rooms beside."""

from tests.pipeline.text.neural.conftest import networks, neural
from tests.pipeline.text.phrases.conftest import corpus, translator

__all__ = ["corpus", "networks", "neural", "translator"]
