"""The weights of the published objective: those that the paper states and those of the released code.

SMPLSign-X (Zuo et al., A Simple Baseline for Spoken Language to Sign Language Translation with 3D Avatars,
ECCV 2024) has the five stages and priors of SMPLify-X (Pavlakos et al., CVPR 2019). The paper states other
weights of its three own terms than the code has; where it states none, both are the code's.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """The weights of one stage; priors enter squared, like the `w` of `sum (w x)^2`."""

    body: float  # of VPoser's latents, or of the distance from the mean pose without VPoser
    shape: float
    expression: float
    hand_prior: float
    jaw: tuple[float, float, float]
    hands: float  # of the points of the hands in the reprojection
    face: float  # of the points of the face
    collision: float


STAGES: tuple[Stage, ...] = (
    Stage(404.0, 100.0, 100.0, 404.0, (4040.0, 40400.0, 40400.0), 0.0, 0.0, 0.0),
    Stage(404.0, 50.0, 50.0, 404.0, (4040.0, 40400.0, 40400.0), 0.0, 0.0, 0.0),
    Stage(57.4, 10.0, 10.0, 57.4, (574.0, 5740.0, 5740.0), 0.0, 0.0, 0.0),
    Stage(4.78, 5.0, 5.0, 4.78, (47.8, 478.0, 478.0), 0.1, 0.0, 0.01),
    Stage(4.78, 5.0, 5.0, 4.78, (47.8, 478.0, 478.0), 2.0, 2.0, 1.0),
)


@dataclass(frozen=True, slots=True)
class PublishedWeights:
    """What the terms of `published.terms` are multiplied with."""

    upright_rotation: float
    upright_depth: float
    smooth: float  # of all joints
    smooth_upper: float  # on top, of neck, collars, head, shoulders and elbows
    unseen: float
    bonus: float = 50.0  # of nose and elbows in pixels
    bending: float = 3.17  # times the weight of the body prior
    saturation: float = 100.0  # rho of Geman and McClure
    unsure: float = 0.65  # confidence up to which a wrist counts as unseen
    stages: tuple[Stage, ...] = STAGES


RELEASED = PublishedWeights(
    upright_rotation=3e5, upright_depth=6e5, smooth=8e3, smooth_upper=16e3, unseen=3e3
)
PAPER = PublishedWeights(upright_rotation=7e5, upright_depth=7e5, smooth=1e3, smooth_upper=0.0, unseen=3e5)
PUBLISHED: dict[str, PublishedWeights] = {"paper": PAPER, "released": RELEASED}
"""By the names that `--objective` takes."""
