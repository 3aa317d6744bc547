// From the middle colour to the edge colour, dithered so that dark gradients do not band.
in vec2 at;
uniform vec3 middle, edge;
uniform float aspect;
out vec4 colour;

void main() {
    vec2 away = (at - vec2(0.5, 0.56)) * vec2(min(aspect, 1.4), 1);
    float amount = smoothstep(0.0, 0.85, length(away));
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    vec3 mixed = mix(middle, edge, amount);
    colour = vec4(mixed + (middle == edge ? 0.0 : noise / 255.0), 1);
}
