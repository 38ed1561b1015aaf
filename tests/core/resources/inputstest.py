# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The sample's sixty files are what their generator makes, byte for byte."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SAMPLE = pathlib.Path(__file__).resolve().parents[3] / "resources" / "sample"


class Inputs(unittest.TestCase):
    def test_generator_makes_the_files_again(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, SAMPLE / "make_inputs.py", folder], check=True)
            made = {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
        kept = {path.name: path.read_bytes() for path in (SAMPLE / "inputs").iterdir()}
        self.assertEqual(sorted(made), sorted(kept))
        for name, content in kept.items():
            self.assertEqual(made[name], content, name)

    def test_sixty_different_regions(self):
        files = sorted((SAMPLE / "inputs").glob("*.csv"))
        self.assertEqual(len(files), 60)
        self.assertEqual(len({file.read_bytes() for file in files}), 60)
        # Honest about real life: some names need quoting, some are not ASCII.
        self.assertTrue(any(" " in file.name for file in files))
        self.assertTrue(any(not file.name.isascii() for file in files))

    def test_settings_name_what_is_here(self):
        settings = json.loads((SAMPLE / "settings.json").read_text(encoding="utf-8"))
        self.assertEqual((settings["version"], settings["account"]), (1, "local"))
        self.assertTrue((SAMPLE / settings["application"]["folder"] / "forecast.py").is_file())
        self.assertTrue((SAMPLE / settings["inputs"]["folder"]).is_dir())
