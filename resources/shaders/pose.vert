// Blend shapes, then linear blend skinning, as in SMPL-X. Output goes to a buffer (transform feedback).
layout(location = 0) in vec3 rest;
layout(location = 1) in uvec4 joints_a;
layout(location = 2) in uvec4 joints_b;
layout(location = 3) in vec4 weights_a;
layout(location = 4) in vec4 weights_b;
layout(location = 5) in uvec2 span;  // first row and rows in `shifts`

layout(std140) uniform Joints { vec4 row[165]; };  // 55 matrices of 3 rows, row by row
layout(std140) uniform Coefficients { vec4 coefficient[COEFFICIENTS / 4]; };
uniform sampler2D shifts;  // metres at coefficient 1, index of the coefficient

out vec4 posed;

vec3 shaped() {
    vec3 at = rest;
    for (uint i = 0u; i < span.y; i++) {
        vec4 shift = texelFetch(shifts, cell(span.x + i), 0);
        int index = int(shift.w);
        at += coefficient[index >> 2][index & 3] * shift.xyz;
    }
    return at;
}

void main() {
    vec4 x = vec4(0), y = vec4(0), z = vec4(0);
    for (int i = 0; i < 4; i++) {
        int a = int(joints_a[i]) * 3, b = int(joints_b[i]) * 3;
        x += weights_a[i] * row[a] + weights_b[i] * row[b];
        y += weights_a[i] * row[a + 1] + weights_b[i] * row[b + 1];
        z += weights_a[i] * row[a + 2] + weights_b[i] * row[b + 2];
    }
    vec4 at = vec4(shaped(), 1);
    posed = vec4(dot(x, at), dot(y, at), dot(z, at), 1);
}
