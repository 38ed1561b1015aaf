# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Debian's azure-cli against a service, each command a process of its own."""
import atexit
import functools
import json
import shutil
import tempfile

from harness.program import run


@functools.cache
def _configuration():
    """az's own folder, one for a suite: az begins a new one by loading all there is of it."""
    folder = tempfile.mkdtemp(prefix="contract-az-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class Az:
    """Runs az with nothing but the variables of connection.env."""

    PROGRAM = "/usr/bin/az"

    def __init__(self, service):
        self._service = service
        self._environment = {**service.environment(), "AZURE_CONFIG_DIR": _configuration(),
                             "AZURE_CORE_COLLECT_TELEMETRY": "no", "AZURE_CORE_NO_COLOR": "yes",
                             "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *arguments):
        """How it ended, whatever that is."""
        return run([self.PROGRAM, *arguments], self._environment, directory=self._service.folder)

    def good(self, *arguments):
        """What it printed: parsed JSON, or None when that is nothing."""
        result = self.run(*arguments)
        assert result.code == 0, f"az {' '.join(map(str, arguments))}: {result.code}\n{result.said}"
        return json.loads(result.out) if result.out.strip() else None

    def asked(self, *arguments):
        """(what it printed, [operation ...] that the service saw)."""
        before = self._service.log_length()
        printed = self.good(*arguments)
        return printed, [line["operation"] for line in self._service.log(before)
                         if not line["client"].startswith("batchdesk")]

    def bad(self, *arguments):
        """What it said as it failed, and the operations with the code of the error that the service saw."""
        before = self._service.log_length()
        result = self.run(*arguments)
        assert result.code != 0, f"az {' '.join(map(str, arguments))} succeeded: {result.said}"
        return result.said, [f"{line['operation']} {line['status']} {line['code']}".strip()
                             for line in self._service.log(before)]
