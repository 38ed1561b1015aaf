# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.core import MatchConditions
from azure.storage.blob import BlobSasPermissions, generate_blob_sas

from blob_python import BlobTest, later


class Copies(BlobTest):
    def setUp(self):
        super().setUp()
        self.source = self.put("source", b"content", metadata={"m": "1"})
        self.target = self.container.get_blob_client("dir/target")

    def test_is_started_and_done(self):
        started = self.target.start_copy_from_url(self.source.url)
        self.assertEqual(started["copy_status"], "success")
        properties = self.target.get_blob_properties()
        self.assertEqual(properties.metadata, {"m": "1"})
        self.assertEqual((properties.copy.id, properties.copy.status, properties.copy.progress),
                         (started["copy_id"], "success", "7/7"))
        self.assertEqual(properties.copy.source, self.source.url)
        self.assertEqual(self.target.download_blob().readall(), b"content")
        with self.refused(409, "NoPendingCopyOperation"):
            self.target.abort_copy(started["copy_id"])

    def test_is_done_at_once(self):
        copied = self.target.start_copy_from_url(self.source.url, requires_sync=True, metadata={"n": "2"})
        self.assertEqual(copied["copy_status"], "success")
        self.assertEqual(self.target.get_blob_properties().metadata, {"n": "2"})

    def test_conditions_on_both_ends(self):
        etag = self.source.get_blob_properties().etag
        with self.refused(412, "SourceConditionNotMet"):
            self.target.start_copy_from_url(self.source.url, source_etag='"0x1"',
                                            source_match_condition=MatchConditions.IfNotModified)
        self.target.start_copy_from_url(self.source.url, source_etag=etag, source_match_condition=MatchConditions.IfNotModified)
        with self.refused(412, "TargetConditionNotMet"):
            self.target.start_copy_from_url(self.source.url, etag='"0x1"', match_condition=MatchConditions.IfNotModified)

    def test_a_source_that_is_not_there_or_not_ours(self):
        with self.refused(404, "CannotVerifyCopySource"):
            self.target.start_copy_from_url(self.container.get_blob_client("none").url)
        with self.refused(400, "CopyAcrossAccountsNotSupported"):
            self.target.start_copy_from_url("http://127.0.0.1:9/other/container/b")

    def test_a_blob_is_uploaded_from_a_url(self):
        token = generate_blob_sas(self.source.account_name, self.source.container_name, "source",
                                  account_key=self.key, permission=BlobSasPermissions(read=True), expiry=later())
        self.target.upload_blob_from_url(f"{self.source.url}?{token}")
        self.assertEqual(self.target.download_blob().readall(), b"content")
        with self.refused(409, "BlobAlreadyExists"):
            self.target.upload_blob_from_url(f"{self.source.url}?{token}", overwrite=False)
