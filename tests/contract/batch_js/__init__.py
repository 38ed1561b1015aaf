# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""npm's @azure/batch against the Batch service."""
import pathlib
import unittest

from harness import Service
from harness.javascript import run_tests


class JavaScript(unittest.TestCase):
    pass


def _test_of(file):
    def test(self):
        with Service(nodes=2) as service:
            run_tests(self, service, file)
            self.assertEqual({line["client"] for line in service.log()}, {"@azure/batch/10.2.0"})
    return test


for _file in sorted(pathlib.Path(__file__).parent.glob("*.test.js")):
    setattr(JavaScript, "test_" + _file.name.split(".")[0], _test_of(_file))
