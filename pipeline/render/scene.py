"""The signer under studio lights: what both the viewport and the video show."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.skinning import Performance
from pipeline.motion import joints
from pipeline.render import camera as cameras
from pipeline.render import gl, shadow
from pipeline.render.avatar import ALBEDO_UNIT, SHADOW_UNIT, Avatar
from pipeline.render.backdrop import Backdrop
from pipeline.render.background import STUDIO, Background
from pipeline.render.camera import Camera, Matrix
from pipeline.render.ghost import Ghost, tinted
from pipeline.render.gl import GL
from pipeline.render.ground import Ground, is_seen
from pipeline.render.lights import Lights, towards
from pipeline.render.look import PLAIN, Look
from pipeline.render.mesh import Floats
from pipeline.render.target import Target

CHEST = np.array([0.0, -0.05, 0.05, 1.0], np.float32)
"""Middle of the shadow map, in the rest pose; it follows joint spine3."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on: `width` x `height` pixels of `framebuffer`, which must have no samples itself.

    `samples` above 0 smooths edges, as far as the driver can.
    """

    width: int
    height: int
    framebuffer: int = 0
    samples: int = 4
    background: Background = STUDIO


class Scene:
    """An avatar with its lights and shadow.

    Needs a current OpenGL 3.3 core context and remembers nothing of it: everything is freed with
    `delete` or with the context. `pose` once per frame, then `draw` from any camera.
    """

    def __init__(self, body: BodyModel) -> None:
        self._avatar = Avatar(body)
        self._template = body.template
        self._shadow = shadow.ShadowMap()
        self._backdrop = Backdrop()
        self._ground = Ground()
        self._feet = _between_soles(body.template)
        self._pose: Ghost | None = None  # what the shadows are of
        self._shown: Ghost | None = None  # what the avatar's vertices are at now
        self._is_cast = False  # whether its shadow lies on the floor
        self._look = PLAIN
        self._target: Target | None = None
        self._light = np.eye(4, dtype=np.float32)
        self._programs = {
            (cutout, two_sided): gl.Program(
                "body.vert",
                "body.frag",
                shadow.DEFINES | {"CUTOUT": cutout, "TWO_SIDED": two_sided},
            )
            for cutout, two_sided in ((0, 0), (0, 1), (1, 1))
        }

    def dress(self, look: Look) -> None:
        """Show the avatar in other lights and colours from the next pose on."""
        if look.colours != self._look.colours:
            self._avatar.paint(look.colours)
        self._look = look

    def pose(self, performance: Performance, frame: int) -> None:
        """Pose the avatar as in one frame of a performance by this scene's body, and cast its shadow."""
        if performance.body.template is not self._template:
            self._template = performance.body.template
            self._avatar.reshape(self._template)
            self._feet = _between_soles(self._template)
        transforms = performance.transforms[frame]
        self._pose = Ghost(transforms, performance.coefficients[frame])
        self._is_cast = False
        self._shadow.bind()
        self._take(self._pose)
        self._light = shadow.light_matrix(
            towards(self._look.lights.key), transforms[joints.INDEX["spine3"]] @ CHEST
        )
        self._shadow.draw(self._avatar, self._light)

    def draw(self, camera: Camera, canvas: Canvas, ghosts: Sequence[Ghost] = ()) -> None:
        """Draw the last pose; transparent pixels come out premultiplied by their alpha.

        `ghosts` are other poses, seen through where they are not behind it; the nearest come first.
        """
        target = self._target_for(canvas)
        aspect = canvas.width / canvas.height
        seen = cameras.projection(camera, aspect) @ cameras.view(camera)
        with_ground = self._look.ground and is_seen(self._feet, camera.eye, seen)
        if self._pose is not None:
            self._take(self._pose)
        if with_ground and not self._is_cast:
            self._ground.cast(self._avatar, self._feet, towards(self._look.lights.key))
            self._is_cast = True
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, target.framebuffer if target else canvas.framebuffer)
        GL.glViewport(0, 0, canvas.width, canvas.height)
        GL.glEnable(GL.GL_DEPTH_TEST)
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)
        GL.glDisable(GL.GL_BLEND)
        GL.glClearColor(0, 0, 0, 0)
        GL.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT)
        self._draw_avatar(camera, seen, self._look.lights)
        self._backdrop.draw(canvas.background, aspect)
        if with_ground:
            self._ground.draw(self._feet, seen, canvas.background)
        for ghost in ghosts:
            self._draw_ghost(ghost, camera, seen)
        GL.glBindVertexArray(0)
        GL.glUseProgram(0)
        GL.glActiveTexture(GL.GL_TEXTURE0)
        GL.glDisable(GL.GL_DEPTH_TEST)
        if target:
            target.resolve(canvas.framebuffer)

    def delete(self) -> None:
        """Free everything, the avatar too."""
        for program in self._programs.values():
            program.delete()
        for part in (self._avatar, self._shadow, self._backdrop, self._ground, self._target):
            if part:
                part.delete()

    def _take(self, pose: Ghost) -> None:
        """Bring the vertices to a pose, unless they are there."""
        if pose is not self._shown:
            self._avatar.pose(pose.transforms, pose.coefficients)
            self._shown = pose

    def _draw_ghost(self, ghost: Ghost, camera: Camera, seen: Matrix) -> None:
        """Draw another pose over what is there: first its depth alone, that it be as dense everywhere."""
        self._take(ghost)
        GL.glDepthFunc(GL.GL_LEQUAL)
        GL.glEnable(GL.GL_POLYGON_OFFSET_FILL)  # away from the viewer, for what has not moved stays clear
        GL.glPolygonOffset(2.0, 60.0)
        lights = tinted(self._look.lights, ghost)
        GL.glColorMask(False, False, False, False)
        self._draw_avatar(camera, seen, lights)
        GL.glColorMask(True, True, True, True)
        GL.glEnable(GL.GL_BLEND)
        GL.glBlendColor(0, 0, 0, ghost.strength)
        GL.glBlendFunc(GL.GL_CONSTANT_ALPHA, GL.GL_ONE_MINUS_CONSTANT_ALPHA)
        self._draw_avatar(camera, seen, lights)
        GL.glDisable(GL.GL_BLEND)
        GL.glDisable(GL.GL_POLYGON_OFFSET_FILL)
        GL.glDepthFunc(GL.GL_LESS)

    def _draw_avatar(self, camera: Camera, seen: Matrix, lights: Lights) -> None:
        self._avatar.bind_albedo()
        gl.bind_texture(SHADOW_UNIT, self._shadow.texture)
        GL.glEnable(GL.GL_CULL_FACE)
        for (cutout, two_sided), program in self._programs.items():
            program.use(
                camera=seen, light=self._light, eye=camera.eye,
                key=towards(lights.key), fill=towards(lights.fill), rim=towards(lights.rim),
                key_colour=lights.key_colour, fill_colour=lights.fill_colour, rim_colour=lights.rim_colour,
                sky=lights.sky, ground=lights.ground, albedo=ALBEDO_UNIT, shadow_map=SHADOW_UNIT,
            )  # fmt: skip
            if cutout:
                self._draw_cutout(program)
            elif two_sided:
                GL.glDisable(GL.GL_CULL_FACE)
                self._avatar.draw_open()
            else:
                self._avatar.draw_closed()

    def _draw_cutout(self, program: gl.Program) -> None:
        """Cover as many samples of a pixel as the texture says, or all or none where there is one only."""
        program.use(least=0.02 if self._target else 0.5)
        if self._target:
            GL.glEnable(GL.GL_SAMPLE_ALPHA_TO_COVERAGE)
            GL.glEnable(GL.GL_SAMPLE_ALPHA_TO_ONE)
        self._avatar.draw_cutout()
        GL.glDisable(GL.GL_SAMPLE_ALPHA_TO_COVERAGE)
        GL.glDisable(GL.GL_SAMPLE_ALPHA_TO_ONE)

    def _target_for(self, canvas: Canvas) -> Target | None:
        wanted = (canvas.width, canvas.height, canvas.samples)
        held = self._target
        if held and (held.width, held.height, held.asked) != wanted:
            held.delete()
            self._target = held = None
        if canvas.samples and not held:
            self._target = held = Target(*wanted)
        return held


def _between_soles(template: Floats) -> Floats:
    """The middle of the floor that a body at rest stands on, (3,) metres."""
    lowest = template[:, 1].min()
    soles = template[template[:, 1] < lowest + 0.03]
    return np.array([soles[:, 0].mean(), lowest, soles[:, 2].mean()], np.float32)
