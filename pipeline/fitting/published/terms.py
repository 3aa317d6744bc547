"""The terms of the published objective, one function each: a sum over what it is given, without its weight.

Formulas as in SMPLify-X (Pavlakos et al., Expressive Body Capture, CVPR 2019) and SMPLSign-X (Zuo et al.,
ECCV 2024). Rotations are rotation vectors in radians; `theta` is (T, 21, 3) in the order of SMPL-X's joints.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from pipeline.motion import joints

BODY = joints.NAMES[1:22]
_AT = {name: index for index, name in enumerate(BODY)}
_LOWER = [_AT[name] for name in BODY[:11]]  # hips, knees, ankles, feet and the three joints of the spine
_UPPER = [
    _AT[name] for name in BODY if name.rpartition("_")[2] in ("neck", "collar", "head", "shoulder", "elbow")
]
_BENT = (("left_elbow", 1, 1.0), ("right_elbow", 1, -1.0), ("left_knee", 0, -1.0), ("right_knee", 0, -1.0))


def geman_mcclure(values: Tensor, rho: float = 100.0) -> Tensor:
    """rho^2 r^2 / (r^2 + rho^2), element by element (Geman and McClure 1987, as SMPLify-X scales it)."""
    square = values * values
    return rho**2 * square / (square + rho**2)


def reprojection(
    misses: Tensor, confidence: Tensor, weights: Tensor, height: float, rho: float = 100.0
) -> Tensor:
    """Misses (T, P, 2) in pixels of points with confidence (T, P) and stage weight (P,), saturating.

    SMPLify-X, equation 2; `height` of the picture scales pixels to a picture of 1000.
    """
    each = geman_mcclure(misses, rho).sum(-1) * (weights * confidence) ** 2
    return each.sum() * (1000.0 / height) ** 2


def bonus(misses: Tensor, rho: float = 100.0) -> Tensor:
    """Misses (T, K, 2) in pixels of nose and elbows, without confidence (the released code alone has it)."""
    return geman_mcclure(misses, rho).sum()


def vposer_prior(latents: Tensor) -> Tensor:
    """Squared latents (T, 32) of VPoser: SMPLify-X, the prior of section 3.3."""
    return (latents**2).sum()


def mean_pose_prior(theta: Tensor, mean: Tensor, spread: float = 0.4) -> Tensor:
    """Ours, in place of VPoser's where there is no file of it: squared distances from a mean (21, 3)."""
    return (((theta - mean) / spread) ** 2).sum()


def shape_prior(betas: Tensor) -> Tensor:
    """Squared coefficients of shape: SMPLify-X, equation 1."""
    return (betas**2).sum()


def hand_prior(hands: Tensor) -> Tensor:
    """Squared rotations (T, 30, 3) of the fingers against the mean hand: SMPLify-X, equation 1."""
    return (hands**2).sum()


def expression_prior(expression: Tensor) -> Tensor:
    """Squared coefficients (T, E) of expression: SMPLify-X, equation 1."""
    return (expression**2).sum()


def jaw_prior(jaw: Tensor, weights: Sequence[float]) -> Tensor:
    """Squared rotations (T, 3) of the jaw, each axis with a weight of its own, inside the square."""
    return ((jaw * jaw.new_tensor(list(weights))) ** 2).sum()


def bending_prior(theta: Tensor) -> Tensor:
    """exp(s theta)^2 of elbows and knees, which grows where they bend backwards: SMPLify-X, section 3.3."""
    bent = torch.stack([sign * theta[:, _AT[name], axis] for name, axis, sign in _BENT])
    return (torch.exp(bent) ** 2).sum()


def upright_rotation(theta: Tensor, rho: float = 100.0) -> Tensor:
    """Rotations of hips, legs and spine, which stay straight: SMPLSign-X, L_upright."""
    return geman_mcclure(theta[:, _LOWER], rho).sum()


def upright_depth(neck: Tensor, others: Tensor, rho: float = 100.0) -> Tensor:
    """Depths of joints (T, K) below the neck against that of the neck (T,): SMPLSign-X, L_upright."""
    return geman_mcclure(neck[:, None] - others, rho).sum()


def smooth(theta: Tensor, rho: float = 100.0) -> tuple[Tensor, Tensor]:
    """Changes from frame to frame, of all joints and of the upper body: SMPLSign-X, L_smooth."""
    change = geman_mcclure(theta[1:] - theta[:-1], rho)
    return change.sum(), change[:, _UPPER].sum()


def unseen(theta: Tensor, wrists: Tensor, threshold: float = 0.65, rho: float = 100.0) -> Tensor:
    """Sums of elbow and wrist vectors where the wrist's confidence (T, 2), left first, is small.

    SMPLSign-X, L_unseen, as released: opposite turns of elbow and wrist cancel.
    """
    total = theta.new_zeros(())
    for column, side in enumerate(("left", "right")):
        both = theta[:, _AT[f"{side}_elbow"]] + theta[:, _AT[f"{side}_wrist"]]
        total = total + (geman_mcclure(both, rho).sum(-1) * (wrists[:, column] <= threshold)).sum()
    return total


def collision(overlaps: Tensor) -> Tensor:
    """Squared depths (T, K) in metres of what goes through something else; gaps, below 0, are free.

    SMPLify-X, equation 5, penalises triangles of the mesh by a cone of distances; this is of capsules.
    """
    return (overlaps.clamp_min(0) ** 2).sum()
