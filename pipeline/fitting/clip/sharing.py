"""What windows have in common: those of a clip its camera, those of a signer the lengths of bones."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pipeline.fitting.clip.kinematics import G


@dataclass(frozen=True, slots=True, eq=False)
class Sharing:
    """Of B windows: C cameras and K bodies. Sums over them are products with matrices of 0 and 1, which
    are the same every time on a GPU too."""

    cameras: Tensor  # (C, B), 1 where a window is seen by a camera
    bodies: Tensor  # (K, B), 1 where it shows a body
    owners: Tensor  # (K, C), 1 where a camera sees a body
    held: Tensor  # (B, SHARED), 1 for what is known already

    @property
    def shares(self) -> Tensor:
        """The part (B, SHARED) of a belief about what is shared that each window bears.

        A signer's body is believed in once for every clip, as a detector's errors last for a whole clip: many
        clips tell lengths hardly better than one.
        """
        windows = 1 / (self.cameras.T @ self.cameras.sum(dim=1))
        return windows[:, None].expand(-1, self.held.shape[1])

    def together(self, costs: Tensor) -> Tensor:
        """The sum (B,) of the costs (B,) of all windows that share a body."""
        return self.bodies.T @ (self.bodies @ costs)

    def step(self, schur: Tensor, force: Tensor) -> Tensor:
        """The step (B, SHARED) where systems (B, SHARED, SHARED) x = -force (B, SHARED) share unknowns.

        Cameras are eliminated first, then bodies; nothing waits for a GPU to tell whether that went well.
        """
        free = 1 - self.held
        schur = schur * free[:, :, None] * free[:, None, :] + torch.diag_embed(self.held)
        seen, pushed = _summed(self.cameras, schur), _summed(self.cameras, force * free)
        right = torch.cat([seen[:, G:, :G], pushed[:, G:, None]], -1)
        across = torch.linalg.solve_ex(seen[:, G:, G:], right).result
        own = seen[:, :G, :G] - seen[:, :G, G:] @ across[..., :G]
        pulled = pushed[:, :G] - (seen[:, :G, G:] @ across[..., G:])[..., 0]
        pull = -_summed(self.owners, pulled)
        bones = torch.linalg.solve_ex(_summed(self.owners, own), pull[..., None]).result[..., 0]
        bones = self.owners.T @ bones  # (C, G)
        camera = -across[..., G] - (across[..., :G] @ bones[..., None])[..., 0]
        return (self.cameras.T @ torch.cat([bones, camera], 1)) * free


def _summed(members: Tensor, values: Tensor) -> Tensor:
    """Values (B, ...) summed over the members (N, B): (N, ...)."""
    return (members @ values.flatten(1)).reshape(-1, *values.shape[1:])


def _members(keys: Sequence[Hashable], like: Tensor) -> Tensor:
    """A matrix (N, B), 1 where the key of b is the n-th of the different keys."""
    different = list(dict.fromkeys(keys))
    return torch.stack([like.new_tensor([float(key == own) for key in keys]) for own in different])


def build_sharing(clips: Sequence[Hashable], signers: Sequence[Hashable], held: Tensor) -> Sharing:
    """The sharing of windows of these clips and signers; held (B, SHARED)."""
    cameras, bodies = _members(clips, held), _members(signers, held)
    owners = ((bodies @ cameras.T) > 0).to(held.dtype)
    return Sharing(cameras, bodies, owners, held)
