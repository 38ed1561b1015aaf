# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The last part of the suite: nothing of the SDK was left out."""
import unittest

import batch_python
from azure.batch import BatchServiceClient
from azure.batch.batch_auth import SharedKeyCredentials


class Whole(unittest.TestCase):
    def test_every_method_of_the_sdk_was_called(self):
        client = BatchServiceClient(SharedKeyCredentials("a", "a2V5"), batch_url="http://127.0.0.1")
        methods = {f"{group}.{name}" for group in batch_python.GROUPS for name in dir(getattr(client, group))
                   if not name.startswith("_") and callable(getattr(getattr(client, group), name))}
        self.assertGreater(len(methods), 70)
        self.assertEqual(methods - batch_python.called, set())
