// Skin, cloth, hair and eyes under one key light with shadow, a fill, a rim and the sky.
in vec3 at, up;
in vec2 uv;
in vec4 material, paint;
in vec3 in_light;

uniform sampler2D albedo;
uniform sampler2DShadow shadow_map;
uniform vec3 eye, key, fill, rim;  // position; directions towards the lights
uniform vec3 key_colour, fill_colour, rim_colour, sky, ground;

uniform float least;

out vec4 colour;

const vec3 BLEED = vec3(0.40, 0.17, 0.10);  // how far light wraps around skin, per channel
const float PI = 3.14159265;

float tap(vec2 shift) { return texture(shadow_map, vec3(in_light.xy + shift, in_light.z)); }

// Light that gets past the shadow map, softened over a disc. Where the disc's corners agree, no shadow's
// edge is near and nothing more is read: in a loop, because software renderers skip nothing else.
float lit() {
    if (any(lessThan(in_light, vec3(0))) || any(greaterThan(in_light, vec3(1)))) return 1.0;
    const mat2 golden = mat2(-0.73736888, 0.67549029, -0.67549029, -0.73736888);
    vec2 ray = vec2(0.55, 0.75) * SHADOW_BLUR;
    float sum = tap(ray) + tap(vec2(-ray.y, ray.x)) + tap(-ray) + tap(vec2(ray.y, -ray.x));
    int more = sum > 0.0 && sum < 4.0 ? 8 : 0;
    for (int i = 0; i < more; i++) {
        ray = golden * ray;
        sum += tap(ray * (0.9 - 0.1 * float(i)));
    }
    return sum / float(4 + more);
}

vec3 wrapped(float cosine, vec3 wrap) { return clamp((cosine + wrap) / ((1.0 + wrap) * (1.0 + wrap)), 0.0, 1.0); }

float highlight(vec3 n, vec3 v, vec3 l, float roughness, float reflectance) {  // Cook-Torrance with GGX
    vec3 h = normalize(l + v);
    float nl = max(dot(n, l), 0.0), nv = max(dot(n, v), 0.05), nh = max(dot(n, h), 0.0), vh = max(dot(v, h), 0.0);
    float a = roughness * roughness, a2 = a * a, k = (roughness + 1.0) * (roughness + 1.0) / 8.0;
    float d = nh * nh * (a2 - 1.0) + 1.0;
    float fresnel = reflectance + (1.0 - reflectance) * pow(1.0 - vh, 5.0) * (1.0 - 0.6 * roughness);
    return a2 / (PI * d * d) * fresnel * 0.25 * nl / ((nv * (1.0 - k) + k) * (nl * (1.0 - k) + k));
}

float strand_highlight(vec3 n, vec3 v, vec3 l) {  // Kajiya-Kay; hair is combed back along the head
    const vec3 combed = vec3(0.0, -0.45, -0.90);
    vec3 along = combed - n * dot(n, combed);
    float grip = length(along);  // nothing lies along a surface that faces where the hair is combed to
    float across = dot(along / max(grip, 1e-3), normalize(l + v));
    return pow(max(1.0 - across * across, 0.0), 24.0) * max(dot(n, l), 0.0) * 0.022 * grip;
}

vec3 tone(vec3 light) {  // a fit of the ACES film curve, then sRGB
    light *= 0.95;
    light = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14);
    return pow(clamp(light, 0.0, 1.0), vec3(1.0 / 2.2));
}

void main() {
    vec4 texel = texture(albedo, uv);
#if CUTOUT
    // The share of the pixel that is covered: `least` discards by it, samples are covered by it.
    float cover = clamp((texel.a - 0.35) / max(fwidth(texel.a), 1e-3) + 0.5, 0.0, 1.0);
    if (cover < least) discard;
#else
    const float cover = 1.0;
#endif
    vec3 base = texel.rgb * paint.rgb;
    float roughness = material.x, scatter = material.y, fuzz = material.z, strands = material.w;
    float open = paint.a, reflectance = scatter > 0.5 ? 0.028 : 0.04;
    vec3 n = normalize(up), v = normalize(eye - at);
#if TWO_SIDED
    if (!gl_FrontFacing) n = -n;
#endif
    float nv = clamp(dot(n, v), 0.0, 1.0), graze = 1.0 - nv;
    vec3 wrap = BLEED * scatter;

    float shadow = lit();
    vec3 soft_shadow = shadow + (1.0 - shadow) * mix(vec3(0.16), vec3(0.16, 0.09, 0.07), scatter);
    vec3 soft_open = mix(vec3(open), pow(vec3(open), vec3(1.0, 1.35, 1.45)), scatter);

    vec3 light = key_colour * wrapped(dot(n, key), wrap) * soft_shadow;
    light += fill_colour * wrapped(dot(n, fill), wrap + 0.25) * soft_open;
    light += rim_colour * wrapped(dot(n, rim), wrap) * open;
    light += mix(ground, sky, n.y * 0.5 + 0.5) * soft_open;
    vec3 result = base * light;

    float shine = strands > 0.5 ? strand_highlight(n, v, key) : highlight(n, v, key, roughness, reflectance);
    result += key_colour * shine * shadow;
    float polish = open * (1.0 - 0.85 * strands);
    result += rim_colour * highlight(n, v, rim, max(roughness, 0.35), reflectance) * polish;
    result += sky * (reflectance + pow(graze, 5.0) * 0.6) * (1.0 - roughness) * (1.0 - roughness) * polish;
    result += base * fuzz * pow(graze, 3.0) * 0.9;
    // Blood under thin skin: edges of fingers turn darker and warmer, which draws their contours.
    result *= mix(vec3(1.0), vec3(0.55, 0.40, 0.35), scatter * graze * graze);
    colour = vec4(tone(result), least < 0.5 ? cover : 1.0);
}
