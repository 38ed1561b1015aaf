# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What the service refuses on purpose, as the suites find it: rows of the table in README.md."""
import json

from harness.suite import current


def refused(service, subject, status, code):
    """Notes that `service` ("Batch" or "Blob") was seen to refuse `subject`, a phrase for a reader."""
    line = json.dumps({"service": service, "subject": subject, "status": status, "code": code})
    with open(current().refusals, "a", encoding="utf-8") as file:
        file.write(line + "\n")
