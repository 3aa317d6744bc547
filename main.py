"""Signwright's front door: sets itself up on first use, then opens the studio or runs a command."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

HELP = """\
Signwright: type a sentence, watch an avatar sign it, export the video.

  python3 main.py [PROJECT]             open the studio
  python3 main.py speak TEXT -o FILE    make a video without a screen
  python3 main.py batch FILE -o FOLDER  make a video of every sentence in a text or CSV file
  python3 main.py gloss TEXT            translate to glosses, with reasons and a coverage report
  python3 main.py train text2gloss --corpus PATH -o FOLDER --language de --sign-language gsg
                                        train a translator on sentences and their glosses
  python3 main.py evaluate text2gloss --corpus PATH --model FOLDER
                                        score a translator
  python3 main.py keypoints INPUT... -o FOLDER
                                        find a signer's keypoints in videos
  python3 main.py fit INPUT... -o FOLDER
                                        fit the avatar to signers in videos and captures
  python3 main.py import records FILE -o DICTIONARY --sign-language gsg
                                        make a dictionary of a published one; export writes it back
  python3 main.py build starter         rebuild the starter dictionary: letters and signs
  python3 main.py build alphabets -o FOLDER
                                        make dictionaries of 19 captured manual alphabets
  python3 main.py build avatar          rebuild the shipped signers from their CC0 sources
  python3 main.py build sheets FILE -o F  draw contact sheets of described signs, or of the handshapes
  python3 main.py build lexicon --sigml FOLDER -o DICTIONARY --sign-language dse
                                        compose a dictionary of signs transcribed in SiGML
  python3 main.py build features DICTIONARY --asl-lex CSV
                                        search a dictionary of ASL by ASL-LEX's columns too
  python3 main.py build curation DICTIONARY --to CSV
                                        write curators' decisions as a table; --from takes them
  python3 main.py build translations    collect the studio's sentences for translators, compile theirs
  python3 main.py test                  run every check and test

Each command explains itself: python3 main.py speak --help
The first use installs what Signwright needs into .venv, beside this file.
"""

COMMANDS = ("speak", "batch", "gloss", "train", "evaluate", "keypoints", "fit", "import", "export", "build")

EXTRAS = {
    "keypoints": "detect",
    "fit": "fit",
    "build alphabets": "fit",
    "build starter": "fit",
    "export": "fit",
    "test": "test",
}
"""The optional packages a command needs."""


def main(arguments: "list[str] | None" = None) -> int:
    """Run Signwright with command-line `arguments` and return the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if sys.version_info < (3, 11):  # noqa: UP036  (an older Python reaches this line too)
        version = sys.version.split()[0]
        print(f"Signwright needs Python 3.11 or newer; this is {version}.", file=sys.stderr)
        return 1
    if given and given[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    try:
        return _run(given)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _run(given: "list[str]") -> int:
    from pipeline import environment

    command = given[0] if given else ""
    try:
        if command == "test":
            environment.require_tests(ROOT)
            environment.prepare(ROOT, extra=EXTRAS[command], libraries=environment.WINDOW, programs=("Xvfb",))
        elif command in COMMANDS:
            extra = EXTRAS.get(" ".join(given[:2]), EXTRAS.get(command, ""))
            environment.prepare(ROOT, extra=extra, libraries=environment.HEADLESS)
        elif not command or Path(command).exists():
            environment.require_display(os.environ)
            environment.prepare(ROOT, libraries=environment.WINDOW)
        else:
            print(f"There is no command and no project “{command}”.\n\n{HELP}", file=sys.stderr, end="")
            return 2
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return _dispatch(command, given)


def _dispatch(command: str, given: "list[str]") -> int:
    if given[:2] == ["build", "translations"]:
        from studio import translations

        return translations.build()
    if command == "test":
        from tests import checks

        return checks.run(ROOT, given[1:])
    if command in COMMANDS:
        from pipeline import cli

        return cli.main(given)
    from studio import app

    return app.run([str(ROOT / "main.py"), *given])


if __name__ == "__main__":
    sys.exit(main())
