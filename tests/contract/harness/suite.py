# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The suite that is running: where it may write, and what it has to run against."""
import os
import pathlib


class Suite:
    """Made once by run.py; suites ask current() for it."""

    def __init__(self, name, client):
        self.name = name      #: as "batch.az"
        self.client = client  #: the column of the table: az, Python, JavaScript, rclone
        self.cli = os.environ["BATCHDESK_CLI"]
        self.source = pathlib.Path(os.environ["BATCHDESK_SOURCE_DIR"])
        self.node_modules = pathlib.Path(os.environ["BATCHDESK_NODE_MODULES"])
        logs = pathlib.Path(os.environ["BATCHDESK_CONTRACT_LOGS"])
        logs.mkdir(parents=True, exist_ok=True)
        #: What the services of this suite answered.
        self.log = logs / f"{name}--{client}.jsonl"
        #: What this suite found refused on purpose; see harness.probes.
        self.refusals = logs / f"{name}--refusals.jsonl"
        for old in (self.log, self.refusals):
            old.unlink(missing_ok=True)


_current = None


def begin(name, client):
    global _current
    _current = Suite(name, client)


def current():
    return _current
