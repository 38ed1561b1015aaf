# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Suites written in JavaScript: tests of node:test, run by one Node.js process a file."""
import re

from harness.program import run


def run_tests(test, service, file, seconds=180):
    """Runs the tests in a file against a service; all must pass, none may be skipped."""
    ended = run(["node", "--test-reporter=tap", file], service.environment(), directory=service.folder,
                seconds=seconds)
    counts = {name: int(count) for name, count in re.findall(r"(?m)^# (tests|pass|fail|skipped) (\d+)$", ended.out)}
    test.assertEqual(ended.code, 0, ended.said)
    test.assertGreater(counts["pass"], 0, ended.said)
    test.assertEqual((counts["fail"], counts["skipped"]), (0, 0), ended.said)
