// A pool of light that fades into the background, and the shadow in it; premultiplied.
in vec2 at;
uniform sampler2D shade;
uniform vec3 pool;  // what the light adds to the floor in its middle
out vec4 colour;

void main() {
    float away = length(at * 2 - 1);
    float near = 1.0 - smoothstep(0.25, 1.0, away);
    vec2 shadow = texture(shade, at).rg * near;
    float dark = 1.0 - (1.0 - TOUCHED * shadow.r) * (1.0 - SHADED * shadow.g);
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    vec3 light = pool * near * near * (1.0 - dark);
    colour = vec4(max(light + noise / 255.0 * step(1e-4, light), 0.0), dark);
}
