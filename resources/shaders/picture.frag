// A picture in the middle of what is drawn on; colours as they are, premultiplied.
in vec2 at;
uniform sampler2D picture;
uniform vec3 fit;  // widths and heights of the picture that are spanned, and its opacity
out vec4 colour;

void main() {
    vec2 place = (at - 0.5) * fit.xy + 0.5;
    if (any(lessThan(place, vec2(0))) || any(greaterThan(place, vec2(1)))) discard;
    colour = vec4(texture(picture, place).rgb * fit.z, fit.z);
}
