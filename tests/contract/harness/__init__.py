# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What every contract suite needs: a real service, its request log, and programs to run against it.

Standard library only. Suites are unittest modules or packages beside this folder; run.py runs one.
"""
from harness.program import Result, run
from harness.service import Service
from harness.suite import current
from harness.waiting import until

__all__ = ["Result", "Service", "current", "run", "until"]
