# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from blob_python import BlobTest


class Snapshots(BlobTest):
    def test_keep_a_blob_as_it_was(self):
        blob = self.put("a", b"old")
        time = blob.create_snapshot()["snapshot"]
        blob.upload_blob(b"new", overwrite=True)
        snapshot = self.container.get_blob_client("a", snapshot=time)
        self.assertEqual(snapshot.download_blob().readall(), b"old")
        self.assertEqual(snapshot.get_blob_properties().snapshot, time)
        self.assertEqual([(found.name, found.snapshot) for found in self.container.list_blobs(include="snapshots")],
                         [("a", time), ("a", None)])
        blob.start_copy_from_url(snapshot.url)
        self.assertEqual(blob.download_blob().readall(), b"old")
        with self.refused(409, "SnapshotsPresent"):
            blob.delete_blob()
        snapshot.delete_blob()
        self.assertFalse(snapshot.exists())
        blob.create_snapshot(metadata={"m": "1"})
        blob.delete_blob(delete_snapshots="only")
        blob.create_snapshot()
        blob.delete_blob(delete_snapshots="include")
        self.assertEqual(list(self.container.list_blobs(include="snapshots")), [])
