"""The JSON Schemas: of the records as people write them, and of the data files as they are published."""

from collections.abc import Iterator

from whatworks.catalogue import Catalogue
from whatworks.exports.file_schemas import file_schemas
from whatworks.exports.plain import HOME, as_json


def files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A copy of the schema of each kind of record, and a schema of each kind of file."""
    for name, schema in catalogue.schemas.items():
        yield f"{HOME}/schemas/{name}.schema.json", as_json(schema)
    for name, schema in file_schemas(catalogue).items():
        yield f"{HOME}/schemas/files/{name}.schema.json", as_json(schema)
