# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""run.py SUITE CLIENT MODULE: runs one contract suite; see CMakeLists.txt.

A suite that runs no test, or skips one, has failed: a missing client must not look like a good one.
"""
import importlib
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from harness import suite  # noqa: E402


def main():
    name, client, module, *patterns = sys.argv[1:]
    suite.begin(name, client)
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{pattern}*" for pattern in patterns] or None
    package = importlib.import_module(module)
    tests = unittest.TestSuite()
    for part in getattr(package, "PARTS", [None]):
        loaded = importlib.import_module(f"{module}.{part}") if part else package
        tests.addTests(loader.loadTestsFromModule(loaded))
    outcome = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(tests)
    if outcome.testsRun == 0 or outcome.skipped:
        print("The suite ran no test, or skipped one.")
        return 1
    return 0 if outcome.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
