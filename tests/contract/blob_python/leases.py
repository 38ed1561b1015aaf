# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
import uuid

from azure.storage.blob import BlobLeaseClient

from blob_python import BlobTest


class Leases(BlobTest):
    def test_on_a_blob(self):
        blob = self.put("a")
        lease = blob.acquire_lease(15, lease_id=str(uuid.uuid4()))
        self.assertEqual(blob.get_blob_properties().lease.state, "leased")
        self.assertEqual(next(self.container.list_blobs()).lease.status, "locked")
        with self.refused(412, "LeaseIdMissing"):
            blob.delete_blob()
        with self.refused(409, "LeaseAlreadyPresent"):
            blob.acquire_lease(lease_id=str(uuid.uuid4()))
        blob.set_blob_metadata({"a": "1"}, lease=lease)
        blob.upload_blob(b"more", overwrite=True, lease=lease)
        lease.renew()
        lease.change(str(uuid.uuid4()))
        blob.stage_block("a", b"x", lease=lease)
        with self.refused(412, "LeaseIdMismatchWithBlobOperation"):
            blob.download_blob(lease=str(uuid.uuid4()))
        lease.release()
        blob.acquire_lease()
        self.assertEqual(BlobLeaseClient(blob).break_lease(0), 0)
        self.assertEqual(blob.get_blob_properties().lease.state, "broken")
        blob.delete_blob()

    def test_on_a_container(self):
        lease = self.container.acquire_lease()
        with self.refused(412, "LeaseIdMissing"):
            self.container.delete_container()
        self.assertEqual(self.container.get_container_properties().lease.duration, "infinite")
        lease.change(str(uuid.uuid4()))
        lease.renew()
        self.container.delete_container(lease=lease)

    def test_durations_are_checked(self):
        blob = self.put("a")
        with self.refused(400, "InvalidHeaderValue"):
            blob.acquire_lease(5)
        with self.refused(409, "LeaseIdMismatchWithLeaseOperation"):
            BlobLeaseClient(blob, str(uuid.uuid4())).renew()
