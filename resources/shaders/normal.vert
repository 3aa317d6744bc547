// The normal of a posed vertex: the mean of its faces, weighted by their areas (transform feedback).
layout(location = 0) in uvec2 ring;  // first row and rows in `corners`

uniform samplerBuffer posed;
uniform usampler2D corners;  // the other two corners of each face around the vertex

out vec3 normal;

void main() {
    vec3 at = texelFetch(posed, gl_VertexID).xyz;
    vec3 sum = vec3(0);
    for (uint i = 0u; i < ring.y; i++) {
        uvec2 others = texelFetch(corners, cell(ring.x + i), 0).xy;
        sum += cross(texelFetch(posed, int(others.x)).xyz - at, texelFetch(posed, int(others.y)).xyz - at);
    }
    normal = sum / max(length(sum), 1e-12);
}
