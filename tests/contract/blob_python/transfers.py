# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
import io
import random

from blob_python import BlobTest

MEBIBYTE = 1024 * 1024


class Transfers(BlobTest):
    content = random.Random(4).randbytes(9 * MEBIBYTE + 17)

    def small_steps(self):
        """A client that takes more than one request for these nine megabytes."""
        return self.enterContext(self.client(max_single_put_size=MEBIBYTE, max_block_size=MEBIBYTE,
                                             max_single_get_size=MEBIBYTE, max_chunk_get_size=MEBIBYTE))

    def test_goes_up_and_down_in_parallel(self):
        blob = self.small_steps().get_blob_client(self.container.container_name, "large")
        for validate in (False, True):
            blob.upload_blob(self.content, max_concurrency=4, overwrite=True, validate_content=validate)
            self.assertEqual(blob.download_blob(max_concurrency=4, validate_content=validate).readall(),
                             self.content)
        committed, uncommitted = blob.get_block_list("all")
        self.assertEqual((len(committed), len(uncommitted)), (10, 0))

    def test_a_stream_of_unknown_length_goes_up(self):
        blob = self.small_steps().get_blob_client(self.container.container_name, "stream")
        blob.upload_blob(iter([self.content[:100], self.content[100:]]), length=None)
        self.assertEqual(blob.get_blob_properties().size, len(self.content))

    def test_parts_come_down(self):
        self.put("large", self.content)
        blob = self.small_steps().get_blob_client(self.container.container_name, "large")
        self.assertEqual(blob.download_blob(offset=5, length=10).readall(), self.content[5:15])
        self.assertEqual(blob.download_blob(offset=5 * MEBIBYTE).readall(), self.content[5 * MEBIBYTE:])
        self.assertEqual(blob.download_blob(offset=len(self.content) - 3, length=10).readall(), self.content[-3:])
        whole = io.BytesIO()
        self.assertEqual(blob.download_blob(max_concurrency=3).readinto(whole), len(self.content))
        self.assertEqual(whole.getvalue(), self.content)
        self.assertEqual(b"".join(blob.download_blob().chunks()), self.content)
        with self.refused(416, "InvalidRange"):
            blob.download_blob(offset=len(self.content), length=1)

    def test_a_blob_of_nothing_goes_both_ways(self):
        blob = self.put("empty", b"")
        self.assertEqual(blob.download_blob().readall(), b"")
        self.assertEqual(blob.get_blob_properties().size, 0)
