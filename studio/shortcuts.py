"""Everything the studio can be told to do: menus, shortcuts and the help page come from this table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; `keys` in Qt's portable notation, the first one is shown."""

    name: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    ends_group: bool = False  # a line follows in the menu


COMMANDS: tuple[Command, ...] = (
    Command("new", "File", "New", ("Ctrl+N",)),
    Command("open", "File", "Open…", ("Ctrl+O",)),
    Command("save", "File", "Save", ("Ctrl+S",)),
    Command("save_as", "File", "Save As…", ("Ctrl+Shift+S",), ends_group=True),
    Command("import_tiers", "File", "Import ELAN Tiers…"),
    Command("export", "File", "Export…", ("Ctrl+E",), ends_group=True),
    Command("choose_model", "File", "Choose SMPL-X Model…"),
    Command("choose_dictionary", "File", "Choose Dictionary…"),
    Command("starter_dictionary", "File", "Use the Starter Dictionary", ends_group=True),
    Command("quit", "File", "Quit", ("Ctrl+Q",)),
    Command("undo", "Edit", "Undo", ("Ctrl+Z",)),
    Command("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), ends_group=True),
    Command("cut_signs", "Edit", "Cut Signs", ("Ctrl+X",)),
    Command("copy_signs", "Edit", "Copy Signs", ("Ctrl+C",)),
    Command("paste_signs", "Edit", "Paste Signs", ("Ctrl+V",)),
    Command("duplicate_signs", "Edit", "Duplicate Signs", ("Ctrl+D",)),
    Command("select_all", "Edit", "Select All Signs", ("Ctrl+A",), ends_group=True),
    Command("previous_gloss", "Edit", "Select Previous Gloss", ("Ctrl+Left",)),
    Command("next_gloss", "Edit", "Select Next Gloss", ("Ctrl+Right",)),
    Command("edit_gloss", "Edit", "Edit Gloss", ("F2",)),
    Command("gloss_choices", "Edit", "Other Glosses…", ("Alt+Return",)),
    Command("sentence_choices", "Edit", "Other Ways to Sign the Sentence…", ("Alt+Shift+Return",)),
    Command("insert_gloss", "Edit", "Insert Gloss After", ("Ins", "Ctrl+I")),
    Command("delete_gloss", "Edit", "Delete Gloss", ("Ctrl+Del",)),
    Command("move_earlier", "Edit", "Move Gloss Earlier", ("Alt+Left",)),
    Command("move_later", "Edit", "Move Gloss Later", ("Alt+Right",)),
    Command("translate_anew", "Edit", "Translate Anew", ("Ctrl+R",)),
    Command("glossary", "Edit", "Personal Glossary…", ("Ctrl+Shift+G",), ends_group=True),
    Command("previous_candidate", "Edit", "Use Previous Candidate", ("Alt+Up",)),
    Command("next_candidate", "Edit", "Use Next Candidate", ("Alt+Down",)),
    Command("shorter", "Edit", "Shorten Transition by a Frame", ("Ctrl+,",)),
    Command("longer", "Edit", "Lengthen Transition by a Frame", ("Ctrl+.",)),
    Command("approve", "Curate", "Approve Sign", ("Ctrl+Shift+A",)),
    Command("reject", "Curate", "Reject Sign", ("Ctrl+Shift+R",)),
    Command("flag", "Curate", "Flag Sign", ("Ctrl+Shift+F",)),
    Command("undecide", "Curate", "Undecide", ("Ctrl+Shift+U",), ends_group=True),
    Command("represent", "Curate", "Make It the Gloss's Sign", ("Ctrl+Shift+B",)),
    Command("mirror", "Curate", "Mirror Sign", ("Ctrl+Shift+M",), ends_group=True),
    Command("tag", "Curate", "Edit Tags", ("Ctrl+Shift+T",)),
    Command("note", "Curate", "Edit Note", ("Ctrl+Shift+E",), ends_group=True),
    Command("next_undecided", "Curate", "Next Undecided Sign", ("Ctrl+Shift+N",)),
    Command("curator", "Curate", "Curator's Name…"),
    Command("focus_text", "View", "Go to Text", ("Ctrl+T",)),
    Command("focus_glosses", "View", "Go to Glosses", ("Ctrl+G",)),
    Command("focus_search", "View", "Search the Dictionary", ("Ctrl+F",), ends_group=True),
    Command("front", "View", "Camera: Front", ("1",)),
    Command("three_quarter", "View", "Camera: Three-Quarter", ("2",)),
    Command("side", "View", "Camera: Side", ("3",)),
    Command("hands", "View", "Camera: Hands", ("4",), ends_group=True),
    Command("skeleton", "View", "Skeleton", ("K",), checkable=True),
    Command("trails", "View", "Ways of the Hands", ("T",), checkable=True),
    Command("safe_frame", "View", "Safe Frame", ("G",), checkable=True),
    Command("beside", "View", "Front and Side at Once", ("5",), checkable=True, ends_group=True),
    Command("compose", "View", "Compose a Sign", ("Ctrl+K",), checkable=True),
    Command("full_screen", "View", "Full Screen", ("F11",), checkable=True),
    Command("layout_curate", "View", "Layout for Curating"),
    Command("layout_compose", "View", "Layout for Composing"),
    Command("reset_layout", "View", "Reset Layout", ends_group=True),
    Command("play", "Playback", "Play or Pause", ("Space", "Ctrl+Space")),
    Command("loop", "Playback", "Loop", ("L",), checkable=True, ends_group=True),
    Command("frame_back", "Playback", "One Frame Back", ("Left",)),
    Command("frame_forward", "Playback", "One Frame Forward", ("Right",)),
    Command("to_start", "Playback", "To the Start", ("Home",)),
    Command("to_end", "Playback", "To the End", ("End",), ends_group=True),
    Command("slower", "Playback", "Slower", ("[", "-")),
    Command("faster", "Playback", "Faster", ("]", "+")),
    Command("normal_speed", "Playback", "Normal Speed", ("0",)),
    Command("slow_motion", "Playback", "Slow Motion", ("S",), ends_group=True),
    Command("present", "Playback", "Present", ("F5",), checkable=True),
    Command("replay", "Playback", "Replay", ("R",)),
    Command("captions", "Playback", "Captions While Presenting", ("C",), checkable=True),
    Command("shortcuts", "Help", "Keyboard Shortcuts", ("F1",)),
    Command("about", "Help", "About Signwright"),
)

MENUS: tuple[str, ...] = tuple(dict.fromkeys(command.menu for command in COMMANDS))

GESTURES: tuple[tuple[str, str, str], ...] = (
    ("Avatar", "Orbit", "Drag"),
    ("Avatar", "Pan", "Middle drag or Shift+drag"),
    ("Avatar", "Zoom", "Wheel"),
    ("Glosses", "Select", "Click or arrow keys"),
    ("Glosses", "Edit", "Double-click, Enter or F2"),
    ("Glosses", "Other glosses", "Right-click or Menu key"),
    ("Glosses", "Reorder", "Drag"),
    ("Glosses", "Delete", "Del"),
    ("Candidates", "Use this sign", "Click or Enter"),
    ("Candidates", "Mark a sign without using it", "Right-click or arrow keys"),
    ("Candidates", "Approve, reject, flag, undecide", "A, R, F, U"),
    ("Candidates", "Make it the gloss's sign, mirror it", "B, M"),
    ("Candidates", "Edit tags, edit the note", "T, E"),
    ("Candidates", "Next undecided sign", "N"),
    ("Search", "Conditions", "status:undecided tag:food handshape:flat quality:>70 flagged:yes"),
    ("Timeline", "Scrub", "Click or drag on the ruler"),
    ("Timeline", "Select a gloss", "Click its signs or its word"),
    ("Timeline", "Select several glosses", "Ctrl+click, Shift+click"),
    ("Timeline", "Move a sign in time", "Drag it (Shift: nothing else moves)"),
    ("Timeline", "Trim a sign", "Drag its edge from inside"),
    ("Timeline", "Change a transition", "Drag its edge (Esc gives up)"),
    ("Timeline", "Draw brows, eyes, mouth, head, body", "Drag in their lane"),
    ("Timeline", "Copy a marker", "Ctrl+drag it"),
    ("Timeline", "Another action for a marker", "Double-click or right-click it"),
    ("Timeline", "Return to the proposed length", "Double-click the transition"),
    ("Timeline", "Drag without snapping", "Alt"),
    ("Timeline", "Scroll", "Wheel or middle drag"),
    ("Timeline", "Zoom", "Ctrl+wheel, Ctrl++ or Ctrl+-"),
    ("Timeline", "Show everything", "F"),
)
"""What the mouse and the focused panel do: where, what, how."""
