// The body laid flat along the light onto the floor, with how high above it every point was.
layout(location = 0) in vec4 posed;
layout(location = 1) in vec3 normal;

uniform vec4 floor_at;  // middle of the floor and its half width
uniform vec3 towards;   // the light

out float height;

void main() {
    height = max(posed.y - floor_at.y, 0.0);
    vec3 flat_at = posed.xyz - towards * (height / towards.y);
    gl_Position = vec4((flat_at.xz - floor_at.xz) / floor_at.w, 0.0, 1.0);
}
