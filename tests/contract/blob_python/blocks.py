# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.storage.blob import BlobBlock, BlockState, ContentSettings

from blob_python import BlobTest


class Blocks(BlobTest):
    def test_are_staged_and_committed(self):
        blob = self.container.get_blob_client("blocks")
        blob.stage_block("a", b"one")
        blob.stage_block("b", b"two", validate_content=True)
        committed, uncommitted = blob.get_block_list("all")
        self.assertEqual((committed, [(block.id, block.size) for block in uncommitted]), ([], [("a", 3), ("b", 3)]))
        self.assertFalse(blob.exists())
        self.assertEqual([found.name for found in self.container.list_blobs(include=["uncommittedblobs"])],
                         ["blocks"])
        blob.commit_block_list([BlobBlock("b"), BlobBlock("a", BlockState.Uncommitted)], metadata={"m": "1"},
                               content_settings=ContentSettings(content_type="text/plain"))
        self.assertEqual(blob.download_blob().readall(), b"twoone")
        blob.stage_block("c", b"three")
        blob.commit_block_list([BlobBlock("c"), BlobBlock("b", BlockState.Committed)], validate_content=True)
        self.assertEqual(blob.download_blob().readall(), b"threetwo")
        self.assertEqual(blob.get_blob_properties().metadata, {})
        self.assertEqual([block.id for block in blob.get_block_list()[0]], ["c", "b"])

    def test_lists_and_ids_are_checked(self):
        blob = self.container.get_blob_client("blocks")
        blob.stage_block("a", b"one")
        with self.refused(400, "InvalidBlobOrBlock"):
            blob.stage_block("longer", b"two")
        with self.refused(400, "InvalidBlockList"):
            blob.commit_block_list([BlobBlock("z")])
        with self.refused(400, "OutOfRangeInput"):
            blob.stage_block("x" * 65, b"two")

    def test_are_taken_from_other_blobs(self):
        source = self.put("source", b"0123456789")
        blob = self.container.get_blob_client("blocks")
        blob.stage_block_from_url("a", source.url, source_offset=2, source_length=3)
        blob.stage_block_from_url("b", source.url)
        blob.commit_block_list([BlobBlock("a"), BlobBlock("b")])
        self.assertEqual(blob.download_blob().readall(), b"2340123456789")
