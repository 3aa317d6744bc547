// The body as the key light sees it.
layout(location = 0) in vec4 posed;
layout(location = 1) in vec3 normal;

uniform mat4 light;

void main() { gl_Position = light * vec4(posed.xyz, 1); }
