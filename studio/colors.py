"""The colours of the interface, dark and light, by what they are for."""

DARK: dict[str, str] = {
    # Surfaces from far (dark) to near (light).
    "line": "#0c0e10",
    "background": "#121417",
    "panel": "#1a1d21",
    "panel_high": "#1f2328",
    "raised": "#272c33",
    "raised_high": "#30363e",
    "edge": "#2b3038",
    "edge_high": "#3a414b",
    # Writing.
    "text": "#d9dde3",
    "dim": "#9aa3b0",
    "faint": "#868f9d",
    # What is chosen or can be done.
    "accent": "#4c8dff",
    "accent_high": "#649cff",
    "accent_deep": "#2b4f8f",
    "accent_soft": "#1d2c47",
    "accent_lit": "#3c66ad",
    # Kinds of things on the timeline.
    "sign": "#3f7fa6",
    "sign_high": "#5aa2cd",
    "transition": "#c08a3e",
    "transition_high": "#e3ad5b",
    "face": "#7b5fc0",
    "mouth": "#a2539f",
    "head": "#2f8577",
    "playhead": "#ff5d5d",
    "right_hand": "#56b6e8",
    "left_hand": "#e89256",
    "jerk": "#b7bcc6",
    # Judgements.
    "good": "#3fa7c4",
    "fair": "#e3c04d",
    "bad": "#e8645a",
}
LIGHT: dict[str, str] = {
    "line": "#c3c9d2",
    "background": "#eceef2",
    "panel": "#f8f9fb",
    "panel_high": "#ffffff",
    "raised": "#e0e4ea",
    "raised_high": "#d3d9e1",
    "edge": "#cdd3dc",
    "edge_high": "#aab3c0",
    "text": "#1b2027",
    "dim": "#4a5462",
    "faint": "#5f6977",
    "accent": "#1f66e0",
    "accent_high": "#1a55ba",
    "accent_deep": "#b9d2fb",
    "accent_soft": "#d9e6fc",
    "accent_lit": "#8fb8f7",
    "sign": "#3f7fa6",
    "sign_high": "#2f6f97",
    "transition": "#94651f",
    "transition_high": "#8a5a10",
    "face": "#b29ce6",
    "mouth": "#dba2d8",
    "head": "#84c7bb",
    "playhead": "#d92c2c",
    "right_hand": "#14719f",
    "left_hand": "#ad5310",
    "jerk": "#6b7480",
    "good": "#00688b",
    "fair": "#8a6500",
    "bad": "#b3164f",
}
"""Judgements differ in brightness as well as in hue, so that nobody needs to tell red from green."""

THEMES: dict[str, dict[str, str]] = {"dark": DARK, "light": LIGHT}
