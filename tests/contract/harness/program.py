# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Running a client's program."""
import collections
import json
import subprocess


class Result(collections.namedtuple("Result", "code out err")):
    """How a program ended and what it printed."""

    def json(self):
        return json.loads(self.out)

    @property
    def said(self):
        return self.out + self.err


def run(arguments, environment, directory=None, given=None, seconds=120):
    """Runs a program to its end; it is ended, and the test fails, after so many seconds."""
    ended = subprocess.run([str(argument) for argument in arguments], env=environment, cwd=directory,
                           input=given, stdin=subprocess.DEVNULL if given is None else None,
                           capture_output=True, text=True, timeout=seconds, check=False)
    return Result(ended.returncode, ended.stdout, ended.stderr)
