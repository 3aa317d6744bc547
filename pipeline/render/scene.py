"""The signer under studio lights: what both the viewport and the video show."""

from dataclasses import dataclass

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.skinning import Performance
from pipeline.motion import joints
from pipeline.render import camera as cameras
from pipeline.render import gl, shadow
from pipeline.render.avatar import ALBEDO_UNIT, SHADOW_UNIT, Avatar
from pipeline.render.background import STUDIO, Backdrop, Background
from pipeline.render.camera import Camera
from pipeline.render.gl import GL
from pipeline.render.lights import towards
from pipeline.render.look import PLAIN, Look
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
        transforms = performance.transforms[frame]
        self._shadow.bind()
        self._avatar.pose(transforms, performance.coefficients[frame])
        self._light = shadow.light_matrix(
            towards(self._look.lights.key), transforms[joints.INDEX["spine3"]] @ CHEST
        )
        self._shadow.draw(self._avatar, self._light)

    def draw(self, camera: Camera, canvas: Canvas) -> None:
        """Draw the last pose; transparent pixels come out premultiplied by their alpha."""
        target = self._target_for(canvas)
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, target.framebuffer if target else canvas.framebuffer)
        GL.glViewport(0, 0, canvas.width, canvas.height)
        GL.glEnable(GL.GL_DEPTH_TEST)
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)
        GL.glDisable(GL.GL_BLEND)
        GL.glClearColor(0, 0, 0, 0)
        GL.glClear(GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT)
        self._draw_avatar(camera, canvas.width / canvas.height)
        self._backdrop.draw(canvas.background, canvas.width / canvas.height)
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
        for part in (self._avatar, self._shadow, self._backdrop, self._target):
            if part:
                part.delete()

    def _draw_avatar(self, camera: Camera, aspect: float) -> None:
        seen = cameras.projection(camera, aspect) @ cameras.view(camera)
        self._avatar.bind_albedo()
        gl.bind_texture(SHADOW_UNIT, self._shadow.texture)
        lights = self._look.lights
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
