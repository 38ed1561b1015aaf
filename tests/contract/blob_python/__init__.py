# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Microsoft's Python SDK of Debian (azure.storage.blob 12) against the Blob service."""
import contextlib
import datetime
import unittest

from azure.core.exceptions import HttpResponseError
from azure.storage.blob import BlobServiceClient

from harness import Service

PARTS = ["containers", "blobs", "transfers", "blocks", "conditions", "copies", "leases", "snapshots",
         "signatures", "names", "refusals", "wire"]


def later(**delta):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(**(delta or {"hours": 1}))


class BlobTest(unittest.TestCase):
    """A service for the tests of a class, and a container for each test."""

    made = 0

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(1))
        cls.account = cls.enterClassContext(cls.client())
        cls.key = cls.account.credential.account_key

    @classmethod
    def client(cls, **options):
        return BlobServiceClient.from_connection_string(
            cls.service.variables["AZURE_STORAGE_CONNECTION_STRING"], retry_total=0, **options)

    def setUp(self):
        BlobTest.made += 1
        self.container = self.account.create_container(f"test-{BlobTest.made}")

    def tearDown(self):
        with contextlib.suppress(HttpResponseError):
            self.container.delete_container()

    def put(self, name, content=b"content", **options):
        """A client of a blob of that content."""
        return self.container.upload_blob(name, content, **options)

    @contextlib.contextmanager
    def refused(self, status, code):
        with self.assertRaises(HttpResponseError) as caught:
            yield caught
        self.assertEqual((caught.exception.status_code, getattr(caught.exception, "error_code", None)),
                         (status, code), caught.exception)
