// One direction of a blur: narrow for what touches the floor, wide for the shadow of the rest.
in vec2 at;
uniform sampler2D shade;
uniform vec3 along;  // one texel
out vec4 colour;

float weight(float away, float width) { return exp(-0.5 * away * away / (width * width)); }

void main() {
    vec2 sum = vec2(0), total = vec2(0);
    for (int i = -12; i <= 12; i++) {
        float away = 1.5 * float(i);
        vec2 share = vec2(weight(away, NARROW), weight(away, WIDE));
        sum += share * texture(shade, at + along.xy * away).rg;
        total += share;
    }
    colour = vec4(sum / total, 0, 1);
}
