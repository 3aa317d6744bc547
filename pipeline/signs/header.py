"""What the head of a SQLite file says: whose it is, and which version of the schema it follows."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import Connection

from pipeline.errors import BadInput


def check_header(connection: Connection, path: Path, expected: tuple[int, int], refusal: str) -> None:
    """Compare `application_id` and `user_version` with what is `expected`.

    Raises BadInput with `refusal` for another kind of file, and for one that a newer version wrote.
    """
    application, newest = expected
    kind = connection.execute(text("PRAGMA application_id")).scalar_one()
    version = connection.execute(text("PRAGMA user_version")).scalar_one()
    if kind != application:
        raise BadInput(refusal)
    if version > newest:
        raise BadInput(
            f"{path} was made by a newer version of Signwright ({version}, this one reads "
            f"up to {newest}): update Signwright."
        )
