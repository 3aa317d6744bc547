"""A fine-tuned encoder-decoder as others use it: beam search that starts as training did."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.text.hypothesis import Hypothesis
from pipeline.text.pretrained.folder import Pretrained, open_folder

FILE = "glosses.json"
"""What the network's own files do not say: languages, glosses, how an answer begins."""

LONGEST = 128


@dataclass(frozen=True)
class Beginning:
    """How every target begins: the first input of the decoder, and the first token where all share it."""

    start: int
    forced: int | None = None


def beginning(pretrained: Pretrained, targets: Sequence[Sequence[str]]) -> Beginning:
    """Read off from what training feeds the decoder, so that decoding cannot begin otherwise."""
    labels = encode_targets(pretrained, targets[:64])
    network = pretrained.network
    if hasattr(network, "prepare_decoder_input_ids_from_labels"):
        starts = set(network.prepare_decoder_input_ids_from_labels(labels=labels)[:, 0].tolist())
    else:  # NLLB shifts its labels inside
        starts = {network.config.decoder_start_token_id}
    firsts = set(labels[:, 0].tolist())
    special = set(pretrained.tokenizer.all_special_ids)
    forced = firsts.pop() if len(firsts) == 1 and firsts <= special else None
    return Beginning(int(starts.pop()), forced)


def encode_targets(pretrained: Pretrained, targets: Sequence[Sequence[str]]) -> torch.Tensor:
    """Labels (B, T) of glosses, written as words; padding is -100, which the loss leaves out."""
    texts = [" ".join(glosses) for glosses in targets]
    made = pretrained.tokenizer(text_target=texts, padding=True, truncation=True, max_length=LONGEST,
                                return_tensors="pt")  # fmt: skip
    labels: torch.Tensor = made["input_ids"]
    return labels.masked_fill(made["attention_mask"] == 0, -100)


@dataclass(frozen=True)
class PretrainedTranslator:
    """Implements `hypothesis.Translator`."""

    pretrained: Pretrained
    language: str
    sign_language: str
    glosses: frozenset[str]
    begin: Beginning
    beams: int = 5

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """Up to `n` different answers, the best first; see `hypothesis.Translator`."""
        only = self.glosses if allowed is None else self.glosses & allowed
        if not words or not only:
            return (Hypothesis((), 0.0, (), (), "neural"),)
        tokenizer, network = self.pretrained.tokenizer, self.pretrained.network
        given = tokenizer(" ".join(words), return_tensors="pt", truncation=True, max_length=LONGEST)
        beams = max(self.beams, n)
        with torch.inference_mode():
            made = network.generate(
                **given.to(network.device),
                num_beams=beams,
                num_return_sequences=beams,
                max_new_tokens=LONGEST,
                decoder_start_token_id=self.begin.start,
                forced_bos_token_id=self.begin.forced,
                prefix_allowed_tokens_fn=self._guide(allowed),
                return_dict_in_generate=True,
                output_scores=True,
            )
        texts = tokenizer.batch_decode(made.sequences, skip_special_tokens=True)
        found: dict[tuple[str, ...], float] = {}
        for text, score in zip(texts, made.sequences_scores.tolist(), strict=True):
            glosses = tuple(text.split())
            if allowed is not None and glosses and glosses[-1] not in only:
                glosses = glosses[:-1]  # the longest answer ended within it
            found.setdefault(glosses, score)
        return tuple(
            self._hypothesis(glosses, score, len(words)) for glosses, score in list(found.items())[:n]
        )

    def _hypothesis(self, glosses: tuple[str, ...], score: float, words: int) -> Hypothesis:
        sure = min(float(torch.tensor(score).exp()), 1.0)
        places = [min(index * words // max(len(glosses), 1), words - 1) for index in range(len(glosses))]
        return Hypothesis(glosses, score, (sure,) * len(glosses), tuple((p,) for p in places), "neural")

    def _guide(self, allowed: frozenset[str] | None) -> Callable[[int, torch.Tensor], list[int]] | None:
        """What may follow what has been written: pieces of allowed glosses, or the end after a whole one."""
        if allowed is None:
            return None
        root = _trie(self.pretrained, self.glosses & allowed)
        end = self.pretrained.network.generation_config.eos_token_id
        ends = end if isinstance(end, list) else [end]
        skip = 1 + (self.begin.forced is not None)

        def follow(_: int, written: torch.Tensor) -> list[int]:
            node: dict[int, Any] = root
            for piece in written.tolist()[skip:]:
                node = node.get(piece) or (root.get(piece) if _WHOLE in node or node is root else None) or {}
            after = [piece for piece in node if piece != _WHOLE]
            if _WHOLE in node or node is root:
                after += [*root, *ends]
            return sorted({*after, *(ends if not after else ())})

        return follow


_WHOLE = -1


def _trie(pretrained: Pretrained, glosses: frozenset[str]) -> dict[int, Any]:
    root: dict[int, Any] = {}
    for gloss in sorted(glosses):
        node = root
        for piece in pretrained.tokenizer(text_target=gloss, add_special_tokens=False)["input_ids"]:
            node = node.setdefault(piece, {})
        node[_WHOLE] = {}
    return root


def save(folder: Path, translator: PretrainedTranslator) -> None:
    """Write network, tokenizer and what goes beside them. Raises BadInput when it cannot be written."""
    try:
        translator.pretrained.network.save_pretrained(folder)
        translator.pretrained.tokenizer.save_pretrained(folder)
    except OSError as problem:
        raise BadInput(f"{folder} cannot be written ({problem.strerror}): choose another place.") from None
    content = {
        "language": translator.language,
        "sign_language": translator.sign_language,
        "glosses": sorted(translator.glosses),
        "start": translator.begin.start,
        "forced": translator.begin.forced,
        "beams": translator.beams,
        "source_code": getattr(translator.pretrained.tokenizer, "src_lang", None) or "",
        "target_code": getattr(translator.pretrained.tokenizer, "tgt_lang", None) or "",
    }
    write_whole(folder / FILE, json.dumps(content, ensure_ascii=False).encode())


def load(folder: Path) -> PretrainedTranslator:
    """Read what `save` wrote. Raises BadInput when it is missing or damaged."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        begin = Beginning(int(content["start"]), content["forced"])
        known = frozenset(map(str, content["glosses"]))
        codes = str(content["source_code"]), str(content["target_code"])
        languages = str(content["language"]), str(content["sign_language"])
        beams = int(content["beams"])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise BadInput(f"The model {folder} is damaged ({type(problem).__name__}): train it again.") from None
    pretrained = open_folder(folder, *codes)
    pretrained.network.eval()
    return PretrainedTranslator(pretrained, *languages, known, begin, beams)
