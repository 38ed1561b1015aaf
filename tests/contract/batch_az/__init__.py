# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The table of what az asks for, row by row: what it prints, and what reached the service."""
import unittest

from harness import Service
from harness.az import Az
from harness.rawclient import RawBatch

PARTS = ["pools"]


class AzTest(unittest.TestCase):
    """One service for the tests of a class; nodes says how large its pool may be."""

    nodes = 2

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(cls.nodes))
        cls.az = Az(cls.service)
        cls.raw = RawBatch(cls.service.variables)
