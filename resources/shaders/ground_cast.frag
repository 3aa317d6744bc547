// How near the floor is touched, and that there is a shadow at all.
in float height;
out vec4 colour;

void main() { colour = vec4(exp(-height / CONTACT), 1, 0, 1); }
