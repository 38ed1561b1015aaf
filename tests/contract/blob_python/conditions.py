# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
import datetime

from azure.core import MatchConditions

from blob_python import BlobTest

SECOND = datetime.timedelta(seconds=1)


class Conditions(BlobTest):
    def test_on_the_version(self):
        blob = self.put("a", b"one")
        etag = blob.get_blob_properties().etag
        here = {"etag": etag, "match_condition": MatchConditions.IfNotModified}
        gone = {"etag": '"0x1"', "match_condition": MatchConditions.IfNotModified}
        fresh = {"etag": etag, "match_condition": MatchConditions.IfModified}
        self.assertEqual(blob.download_blob(**here).readall(), b"one")
        for condition, status in ((gone, 412), (fresh, 304)):
            with self.subTest(status), self.refused(status, "ConditionNotMet"):
                blob.download_blob(**condition)
            with self.refused(status, "ConditionNotMet"):
                blob.get_blob_properties(**condition)
            for change in (lambda: blob.set_blob_metadata({}, **condition),
                           lambda: blob.delete_blob(**condition),
                           lambda: blob.upload_blob(b"two", overwrite=True, **condition)):
                with self.refused(412, "ConditionNotMet"):
                    change()
        blob.upload_blob(b"two", overwrite=True, **here)
        self.assertEqual(blob.download_blob().readall(), b"two")

    def test_on_the_time(self):
        blob = self.put("a", b"one")
        written = blob.get_blob_properties().last_modified
        blob.download_blob(if_unmodified_since=written).readall()
        blob.download_blob(if_modified_since=written - SECOND).readall()
        with self.refused(412, "ConditionNotMet"):
            blob.download_blob(if_unmodified_since=written - SECOND)
        with self.refused(304, "ConditionNotMet"):
            blob.download_blob(if_modified_since=written)
        with self.refused(412, "ConditionNotMet"):
            blob.delete_blob(if_unmodified_since=written - SECOND)
        with self.refused(412, "ConditionNotMet"):
            self.container.set_container_metadata({}, if_modified_since=written + 60 * SECOND)

    def test_a_download_in_parts_is_of_one_version(self):
        blob = self.put("a", b"0123456789")
        with self.client(max_single_get_size=4, max_chunk_get_size=4) as client:
            download = client.get_blob_client(blob.container_name, "a").download_blob()
            blob.upload_blob(b"abcdefghij", overwrite=True)
            with self.refused(412, "ConditionNotMet"):
                download.readall()
