"""How closely real captures are followed: `python -m tests.bench.fitting.real LEXICON [--sheets FOLDER]`.

LEXICON is the wheel `spoken-to-signed` 0.4.0 or its folder. Sixty captures are fitted: three letters of each
of its 19 languages, spread over the alphabet, and three of continuous signing and single signs from `--data`
(by default `shared/data` beside the checkout). For each: median distance in the picture between the fit and
the detected hand points, in percent of the shoulders' breadth, how far the trunk leans forward, and the
grade.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.fitting.clip.fit import fit_clip
from pipeline.fitting.quality import measures
from pipeline.fitting.quality.report import judge
from pipeline.fitting.sheets.page import SIZE, draw_sheet
from pipeline.fitting.sheets.stage import Stage
from pipeline.keypoints.keypoints import evenly
from pipeline.keypoints.read import read_keypoints
from pipeline.signs.captures import filmed_languages, opened_lexicon, read_index

DATA = Path(__file__).parents[4] / "shared" / "data"
CONTINUOUS = (
    "poses/segmentation/example.pose",
    "poses/slp_datasets/"
    "rwth_phoenix2014_t_dummy_data_poses_holistic_test_25October_2010_Monday_tagesschau-17.pose",
    "poses/slp_datasets/autsl_dummy_data_poses_holistic_train_signer0_sample1000.pose",
)
TARGET = 3.0


def chosen(lexicon: Path, data: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of every capture."""
    for language in filmed_languages(lexicon):
        letters = read_index(lexicon, language, 3)
        for place in (1, 3, 5):
            capture = letters[len(letters) * place // 6]
            yield f"{language} {capture.letter}", capture.path
    for name in CONTINUOUS:
        if (data / name).is_file():
            yield Path(name).stem[-24:], data / name


def main() -> None:
    """Print a line for each capture and the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lexicon", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--sheets", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    body, figures, grades, leans = signer("woman"), [], [], []
    with opened_lexicon(options.lexicon) as lexicon:
        for name, path in chosen(lexicon, options.data):
            clip = next(iter(read_keypoints(path)[0].values()))
            try:
                fit = fit_clip(clip if clip.even else evenly(clip), body)
            except BadInput as error:
                print(f"{name:26s} {error}")
                continue
            apart = measures.sight(fit).distances
            hands = np.concatenate([apart[:, measures.hand_columns(side)].ravel() for side in measures.SIDES])
            error, quality = float(np.nanmedian(hands)), judge(fit, body)
            figures.append(error)
            grades.append(quality.grade)
            leans.append(quality.lean)
            print(
                f"{name:26s} {fit.motion.frames:4d} frames  {error:5.2f} %  lean {quality.lean:5.1f} deg"
                f"  grade {quality.grade:.2f}",
                flush=True,
            )
            if options.sheets:
                options.sheets.mkdir(parents=True, exist_ok=True)
                with Stage(body, SIZE) as stage:
                    draw_sheet(fit, stage, name).save(options.sheets / f"{len(figures):02d}.png")
    middle, worst, within = np.median(figures), max(figures), np.mean(np.array(figures) <= TARGET)
    print(f"{len(figures)} captures: median {middle:.2f} %, worst {worst:.2f} %")
    print(f"within {TARGET:g} %: {within:.0%}")
    upright = np.abs(leans)
    print(f"lean: median {np.median(upright):.1f} deg, 95 % {np.quantile(upright, 0.95):.1f} deg")
    print(f"grades: median {np.median(grades):.2f}, {min(grades):.2f} to {max(grades):.2f}")


if __name__ == "__main__":
    main()
