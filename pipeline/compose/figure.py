"""A body made ready for composing: what of it does not depend on the sign, found once."""

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.body.capsules import Capsules, capsules
from pipeline.body.kinematics import skinning_transforms
from pipeline.body.model import BodyModel
from pipeline.compose import hand_places
from pipeline.compose.arm import Arm, arm_of
from pipeline.compose.body_places import body_ray
from pipeline.compose.description import Handshape, Location
from pipeline.compose.forms import form_of, stretched
from pipeline.compose.hand import Form, hand_rotations, settled
from pipeline.compose.hand_places import HandSkin
from pipeline.compose.handshapes import RELAXED, library
from pipeline.compose.landmarks import Landmarks, landmarks_of
from pipeline.compose.limb_places import limb_ray
from pipeline.compose.places import ARM, HAND, HandPart, Place
from pipeline.compose.surface import Skin, Spot, skin_of
from pipeline.fitting.chain import Chain, arm_chain
from pipeline.motion.rotations import quaternion_to_matrix

Array = NDArray[np.float64]

_MOST_SHAPES = 600


@dataclass(frozen=True, slots=True, eq=False)
class Grasp:
    """A hand in one shape."""

    angles: Array  # (21,), radians, `fitting.freedoms.HAND`
    turns: Array  # (15, 4), quaternions in SMPL-X order
    skin: Array  # (N, 3), its skin relative to the wrist in the wrist's frame
    stretched: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """Skin, arms and hands of a body, by side where there are two."""

    body: BodyModel
    rest_joints: Array  # (55, 3)
    skin: Skin
    marks: Landmarks
    hands: dict[str, HandSkin]
    arms: dict[str, Arm]
    chains: dict[str, Chain]
    flesh: Capsules
    _spots: dict[object, Spot] = field(default_factory=dict)
    _grasps: dict[object, Grasp] = field(default_factory=dict)
    _members: dict[object, NDArray[np.int64]] = field(default_factory=dict)

    def spot(self, location: Location, side: str, place: Place | None = None) -> Spot:
        """The point of the skin that the hand of a side finds at a location, whose place may be another."""
        place = place or location.place
        key = (place, location.side, location.part, location.surface, side)
        if key not in self._spots:
            self._spots[key] = self._found(location, place, side)
        return self._spots[key]

    def transforms(self, poses: Array) -> Array:
        """Skinning transforms (T, 55, 3, 4) of poses (T, 55, 3)."""
        moved = np.zeros((len(poses), 3), np.float32)
        return skinning_transforms(self.rest_joints, poses.astype(np.float32), moved).astype(np.float64)

    def vertex(self, index: int) -> Spot:
        """A vertex of the skin."""
        if index not in self._spots:
            self._spots[index] = self.skin.spot(np.array([index]), np.ones(1))
        return self._spots[index]

    def grasp(self, handshape: Handshape | None, side: str) -> Grasp:
        """A hand in a shape, or relaxed."""
        key = (handshape, side)
        if key not in self._grasps:
            if len(self._grasps) > _MOST_SHAPES:
                self._grasps.clear()
            self._grasps[key] = self._shaped(form_of(handshape) if handshape else library()[RELAXED], side)
        return self._grasps[key]

    def members(self, part: HandPart | None, grasp: Grasp, side: str) -> NDArray[np.int64]:
        """Which skin of a hand a part of it is: indices into `Grasp.skin`."""
        key = (part, grasp.stretched, side)
        if key not in self._members:
            self._members[key] = hand_places.part_members(self.hands[side], part, grasp.stretched)
        return self._members[key]

    def _found(self, location: Location, place: Place, side: str) -> Spot:
        acting = 1.0 if side == "left" else -1.0
        if place in ARM or place in HAND:
            other = "left" if side == "right" else "right"
            ray = limb_ray(self.rest_joints, self.hands[other], place, location.part, location.surface)
            return self.skin.hit(*ray).facing(-ray[1])
        towards, direction, carriers = body_ray(self.marks, place, location.side, acting)
        return self.skin.hit(towards, direction, carriers).facing(-direction)

    def _shaped(self, form: Form, side: str) -> Grasp:
        angles = settled(form, self.chains[side])
        turns = hand_rotations(self.chains[side], angles[None])[0]
        skin = hand_places.posed_skin(self.hands[side], quaternion_to_matrix(turns))
        return Grasp(angles, turns, skin, stretched(angles))


@lru_cache(maxsize=4)
def figure_of(body: BodyModel) -> Figure:
    """The figure of a body; the last few are remembered."""
    rest, skin = np.asarray(body.rest_joints, np.float64), skin_of(body)
    sides = ("left", "right")
    return Figure(
        body=body,
        rest_joints=rest,
        skin=skin,
        marks=landmarks_of(skin, rest),
        hands={side: hand_places.hand_skin(skin, rest, side) for side in sides},
        arms={side: arm_of(rest, side) for side in sides},
        chains={side: arm_chain(rest, side) for side in sides},
        flesh=capsules(body),
    )
