// A posed vertex, handed to the surface shader.
layout(location = 0) in vec4 posed;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 texture_at;
layout(location = 3) in vec4 surface;
layout(location = 4) in vec4 tint;

uniform mat4 camera, light;

out vec3 at, up;
out vec2 uv;
out vec4 material, paint;
out vec3 in_light;  // 0 to 1 across the shadow map, and the depth in it

void main() {
    at = posed.xyz;
    up = normal;
    uv = texture_at;
    material = surface;
    paint = vec4(pow(tint.rgb, vec3(2.2)), tint.a);
    vec4 lit = light * vec4(at + normal * SHADOW_LIFT, 1);
    in_light = lit.xyz * 0.5 + 0.5;
    gl_Position = camera * vec4(at, 1);
}
