# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""@azure/storage-blob of npm against the Blob service: suite.mjs asks, and says what it found."""
import pathlib
import shutil
import unittest

from harness import Service, suite
from harness.program import run


class JavaScript(unittest.TestCase):
    def test_all(self):
        node = shutil.which("node")
        self.assertTrue(node, "node is missing: packaging/install-dependencies test installs it")
        with Service(1) as service:
            script = service.folder / "suite.mjs"
            # Beside the packages: modules are looked for from where the script lies.
            shutil.copyfile(pathlib.Path(__file__).parent / "suite.mjs", script)
            (service.folder / "node_modules").symlink_to(suite.current().node_modules)
            ended = run([node, script], service.environment())
            self.assertEqual(ended.code, 0, ended.said)
            self.assertIn("all asked", ended.out)
