# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Checks settings.schema.json by examples: schemacheck.py SCHEMA FOLDER, with FOLDER/good and FOLDER/bad."""

import json
import pathlib
import sys

import jsonschema


def main(schema_file, folder):
    schema = json.loads(pathlib.Path(schema_file).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = 0
    seen = {"good": 0, "bad": 0}
    for kind in seen:
        for example in sorted((pathlib.Path(folder) / kind).glob("*.json")):
            seen[kind] += 1
            errors = [error.message for error in validator.iter_errors(json.loads(example.read_text("utf-8")))]
            if (kind == "bad") != bool(errors):
                failures += 1
                print(f"{kind}/{example.name}: {errors or 'accepted'}")
    print(f"{seen['good']} good and {seen['bad']} bad examples, {failures} judged wrongly")
    return 1 if failures or not all(seen.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
