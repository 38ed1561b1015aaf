# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""A service on a state folder of its own."""
import json
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import tempfile

from harness.suite import current

VARIABLES = ("AZURE_BATCH_ACCOUNT", "AZURE_BATCH_ACCESS_KEY", "AZURE_BATCH_ENDPOINT",
             "AZURE_STORAGE_CONNECTION_STRING")


class Service:
    """"This computer", started from batchdesk-cli on free ports; a context manager.

    with Service(nodes=2) as service:
        service.variables["AZURE_BATCH_ENDPOINT"]

    The service itself may be given arguments and environment variables besides.
    """

    def __init__(self, nodes=2, arguments=(), variables=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="contract-"))
        self._log = current().log
        self._process = None
        try:
            self._start(nodes, arguments, variables or {})
        except BaseException:
            self.close()
            raise

    def _start(self, nodes, arguments, variables):
        self._errors = open(self.folder / "errors.txt", "w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [current().cli, "serve", "--state", self.folder / "state", "--nodes", str(nodes),
             "--request-log", self._log, *arguments],
            env={**self.environment(None), **variables}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self._errors, text=True)
        first = self._process.stdout.readline()
        if not first:
            self._process.wait()
            raise AssertionError("the service did not start: " + self.errors())
        self.told = json.loads(first)
        self.variables = self._read(pathlib.Path(self.told["connectionFile"]))

    @staticmethod
    def _read(file):
        words = shlex.split(file.read_text(encoding="utf-8"))
        variables = dict(word.split("=", 1) for word in words)
        assert tuple(sorted(variables)) == tuple(sorted(VARIABLES)), sorted(variables)
        return variables

    def environment(self, variables="own"):
        """What programs run with: nothing of the user's, and the variables that lead here."""
        known = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder), "LC_ALL": "C.UTF-8",
                 "TMPDIR": str(self.folder), "TZ": "UTC", "QT_QPA_PLATFORM": "offscreen",
                 "NODE_PATH": str(current().node_modules)}
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                known[name] = os.environ[name]
        if variables == "own":
            known.update(self.variables)
        elif variables:
            known.update(variables)
        return known

    def errors(self):
        self._errors.flush()
        self._errors.seek(0)
        return self._errors.read()

    @property
    def process_id(self):
        return self._process.pid

    def log(self, since=0):
        """What was answered so far, in order, from the line `since` on."""
        if not self._log.exists():
            return []
        lines = self._log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines[since:]]

    def log_length(self):
        return len(self.log())

    def peak_memory(self):
        """The most memory that the service ever had in use, in bytes."""
        status = pathlib.Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024

    def stop(self):
        """Ends it as a user would; it must end well."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise AssertionError("the service did not end within a minute") from None
        assert code == 0, f"the service ended with {code}: {self.errors()}"

    def close(self):
        try:
            if self._process:
                self.stop()
        finally:
            if self._process:
                self._process.stdout.close()
            self._errors.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
