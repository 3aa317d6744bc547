// A square of the floor.
uniform mat4 camera;
uniform vec4 floor_at;  // its middle and half width
out vec2 at;

void main() {
    at = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 away = (at * 2 - 1) * floor_at.w;
    gl_Position = camera * vec4(floor_at.x + away.x, floor_at.y, floor_at.z + away.y, 1);
}
