"""From sentence pairs to a phrase model: seconds to count, a minute or two to weigh."""

from collections import Counter, defaultdict
from collections.abc import Sequence

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
    steps = PARTS + ROUNDS + 1
    fold = np.random.default_rng(seed).permutation(len(sources)) % PARTS
    models = []
    for part in range(PARTS):
        progress(part, steps, "Counting phrases")
        kept = [index for index in range(len(sources)) if fold[index] != part]
        models.append(learn([sources[i] for i in kept], [targets[i] for i in kept], language, sign_language))
    used = np.random.default_rng(seed).permutation(len(sources))[:WEIGHED]
    weights, pools = START_WEIGHTS, [dict[Glosses, list[float]]() for _ in used]
    for round_ in range(ROUNDS):
        progress(PARTS + round_, steps, "Weighing features")
        models = [model.weighed(weights) for model in models]
        for pool, index in zip(pools, used, strict=True):
            for derivation in decode(models[fold[index]], sources[index], LISTED):
                pool.setdefault(derivation.glosses, _features(models[fold[index]], derivation))
        weights = tuple(tuned(_candidates(pools, [targets[i] for i in used]), weights))
    progress(steps - 1, steps, "Counting phrases")
    model = learn(sources, targets, language, sign_language, weights)
    beside = np.mean([counts(target, target) for target in targets], axis=0) * BESIDE
    return PhraseTranslator(model, Ranking(SHARPNESS, tuple(map(float, beside))))


def _features(model: PhraseModel, derivation: Derivation) -> list[float]:
    values = [sum(option.values[k] for _, option in derivation.options) for k in range(len(FEATURES))]
    return [*values, model.ngrams.sentence(derivation.glosses)]


def _candidates(pools: Sequence[dict[Glosses, list[float]]], targets: Sequence[Glosses]) -> Candidates:
    features: list[list[float]] = []
    counted, starts = [], []
    for pool, target in zip(pools, targets, strict=True):
        starts.append(len(features))
        known = ngrams(target)
        for glosses, values in pool.items():
            features.append(values)
            counted.append(counts(glosses, target, known))
    return Candidates(np.array(features), np.array(counted), np.array(starts))
