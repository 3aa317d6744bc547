"""From sentence pairs to a phrase model: seconds to count, a minute or two to weigh."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.evaluation.ngram_counts import counts, ngrams
from pipeline.progress import Progress, silent
from pipeline.text.lemmas import base_form
from pipeline.text.phrases.alignment import Links, align, joined
from pipeline.text.phrases.decoder import Derivation, decode
from pipeline.text.phrases.extraction import Inside, inside, phrases, unaligned
from pipeline.text.phrases.model import FEATURES, Glosses, PhraseModel
from pipeline.text.phrases.ngrams import ngram_model
from pipeline.text.phrases.translator import LISTED, PhraseTranslator, Ranking
from pipeline.text.ranking.tuning import Candidates, tuned

Words = tuple[str, ...]

START_WEIGHTS = (0.2, 0.2, 0.1, 0.1, -0.2, 0.5, -0.3, -1.0, 0.5)
"""For `FEATURES` and the language model, before they are tuned."""

PARTS, ROUNDS, WEIGHED = 5, 3, 1500
"""Parts that are left out in turn, rounds of translating and weighing, sentences that are used for it."""

SHARPNESS, BESIDE = 1.0, 0.3
"""Of `Ranking`: chosen by the score on left-out parts of Phoenix-2014T's training part."""


def learn(
    sources: Sequence[Words],
    targets: Sequence[Glosses],
    language: str,
    sign_language: str,
    weights: tuple[float, ...] = START_WEIGHTS,
) -> PhraseModel:
    """The phrase model of sentence pairs; words as `source_words` cuts them."""
    if len(weights) != len(FEATURES) + 1:
        raise ValueError("one weight for each feature and one for the language model")
    bases = [tuple(base_form(word, language) for word in words) for words in sources]
    forward, from_source = align(bases, targets)
    backward, from_target = align(targets, bases)
    links = [joined(one, other) for one, other in zip(from_source, from_target, strict=True)]
    seen, alone = unaligned(sources, links)
    return PhraseModel(
        language=language,
        sign_language=sign_language,
        table=_table(sources, targets, links),
        base_table=_table(bases, targets, links),
        forward=forward,
        backward=backward,
        seen=seen,
        alone=alone,
        ngrams=ngram_model(targets),
        weights=weights,
    )


def _table(
    sources: Sequence[Words], targets: Sequence[Glosses], links: Sequence[Links]
) -> dict[str, dict[Glosses, tuple[int, Inside]]]:
    counts: defaultdict[str, dict[Glosses, Counter[Inside]]] = defaultdict(dict)
    for words, glosses, linked in zip(sources, targets, links, strict=True):
        for pair in phrases(len(words), len(glosses), linked):
            first, last, start, end = pair
            ways = counts[" ".join(words[first:last])].setdefault(tuple(glosses[start:end]), Counter())
            ways[inside(linked, pair)] += 1
    return {
        source: {glosses: (ways.total(), ways.most_common(1)[0][0]) for glosses, ways in found.items()}
        for source, found in counts.items()
    }


@dataclass(frozen=True)
class Jackknife:
    """Phrase models that each know all but one part of a corpus, and so translate that part as if new."""

    part: list[int]  # of each sentence
    models: tuple[PhraseModel, ...]  # without each part

    def without(self, sentence: int) -> PhraseModel:
        """The model that has not seen a sentence."""
        return self.models[self.part[sentence]]


def parts_of(sentences: int, seed: int) -> list[int]:
    """The part that each sentence of a corpus belongs to."""
    return [int(place) % PARTS for place in np.random.default_rng(seed).permutation(sentences)]


def train(
    sources: Sequence[Words],
    targets: Sequence[Glosses],
    language: str,
    sign_language: str,
    progress: Progress = silent,
    seed: int = 1,
) -> PhraseTranslator:
    """The translator of sentence pairs, weighed on the pairs alone by leaving out a part at a time.

    Every part is translated by a model that has not seen it, so that nothing is tuned on what it is
    judged by later. Deterministic for a seed. Raises Cancelled.
    """
    left_out = jackknife(sources, targets, language, sign_language, progress, seed)
    return whole(sources, targets, left_out)


def whole(sources: Sequence[Words], targets: Sequence[Glosses], left_out: Jackknife) -> PhraseTranslator:
    """The translator of all pairs, with the weights that were found by leaving parts out."""
    one = left_out.models[0]
    model = learn(sources, targets, one.language, one.sign_language, one.weights)
    return PhraseTranslator(model, Ranking(SHARPNESS, usual(targets, BESIDE)))


def usual(targets: Sequence[Glosses], weight: float) -> tuple[float, ...]:
    """The counts of a usual sentence for `Ranking`, times the weight it has."""
    mean = np.mean([counts(target, target) for target in targets], axis=0)
    return tuple(map(float, mean * weight))


def jackknife(
    sources: Sequence[Words],
    targets: Sequence[Glosses],
    language: str,
    sign_language: str,
    progress: Progress = silent,
    seed: int = 1,
) -> Jackknife:
    """Models without each part, with the weights under which they translate their parts best."""
    part = parts_of(len(sources), seed)
    models = []
    for number in range(PARTS):
        progress(number, PARTS + ROUNDS, "Counting phrases")
        kept = [index for index, one in enumerate(part) if one != number]
        models.append(learn([sources[i] for i in kept], [targets[i] for i in kept], language, sign_language))
    used = np.random.default_rng(seed).permutation(len(sources))[:WEIGHED].tolist()
    weights, pools = START_WEIGHTS, [dict[Glosses, list[float]]() for _ in used]
    for round_ in range(ROUNDS):
        progress(PARTS + round_, PARTS + ROUNDS, "Weighing features")
        models = [model.weighed(weights) for model in models]
        for pool, index in zip(pools, used, strict=True):
            model = models[part[index]]
            for derivation in decode(model, sources[index], LISTED):
                pool.setdefault(derivation.glosses, features(model, derivation))
        weights = tuple(tuned(candidates(pools, [targets[i] for i in used]), weights))
    return Jackknife(part, tuple(model.weighed(weights) for model in models))


def features(model: PhraseModel, derivation: Derivation) -> list[float]:
    """What a derivation is judged by: `FEATURES`, and its logarithm in the language model."""
    values = [sum(option.values[k] for _, option in derivation.options) for k in range(len(FEATURES))]
    return [*values, model.ngrams.sentence(derivation.glosses)]


def candidates(pools: Sequence[dict[Glosses, list[float]]], targets: Sequence[Glosses]) -> Candidates:
    """The translations of sentences with their features, beside what was signed, for `tuned`."""
    values: list[list[float]] = []
    counted, starts = [], []
    for pool, target in zip(pools, targets, strict=True):
        starts.append(len(values))
        known = ngrams(target)
        for glosses, found in pool.items():
            values.append(found)
            counted.append(counts(glosses, target, known))
    return Candidates(np.array(values), np.array(counted), np.array(starts))
