// One triangle over the whole picture, behind everything.
out vec2 at;

void main() {
    at = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
    gl_Position = vec4(at * 2 - 1, 0.99999, 1);
}
