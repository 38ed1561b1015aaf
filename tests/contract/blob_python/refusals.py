# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What an account on Azure may have and this service has not: refused with the code of an account without."""
from azure.core.exceptions import HttpResponseError
from azure.storage.blob import BlobType, RetentionPolicy, StandardBlobTier, StaticWebsite

from blob_python import BlobTest, later
from harness import probes


class Refusals(BlobTest):
    def refuses(self, subject, status, code, call):
        with self.subTest(subject):
            with self.refused(status, code):
                call()
            probes.refused("Blob", subject, status, code)

    def test_all(self):
        blob = self.put("a")
        none = self.container.get_blob_client("none")
        for row in (
            ("append blobs", 400, "BlobTypeNotSupported",
             lambda: self.put("b", blob_type=BlobType.AppendBlob)),
            ("page blobs", 400, "BlobTypeNotSupported",
             lambda: self.put("b", b"0" * 512, blob_type=BlobType.PageBlob)),
            ("Append Block on a block blob", 409, "InvalidBlobType", lambda: blob.append_block(b"x")),
            ("Put Page on a block blob", 409, "InvalidBlobType",
             lambda: blob.upload_page(b"0" * 512, 0, 512)),
            ("Get Page Ranges of a block blob", 409, "InvalidBlobType", blob.get_page_ranges),
            ("Append Block where there is no blob", 404, "BlobNotFound", lambda: none.append_block(b"x")),
            ("Append Blob Seal of a block blob", 409, "InvalidBlobType", blob.seal_append_blob),
            ("blob tags", 400, "BlobTagsNotSupportedForAccountType", blob.get_blob_tags),
            ("Set Blob Tags", 400, "BlobTagsNotSupportedForAccountType", lambda: blob.set_blob_tags({"a": "1"})),
            ("tags of an upload", 400, "BlobTagsNotSupportedForAccountType",
             lambda: self.put("b", tags={"a": "1"})),
            ("Find Blobs by Tags", 400, "BlobTagsNotSupportedForAccountType",
             lambda: list(self.account.find_blobs_by_tags("\"a\"='1'"))),
            ("access tiers but Hot", 409, "BlobAccessTierNotSupportedForAccountType",
             lambda: blob.set_standard_blob_tier(StandardBlobTier.COOL)),
            ("Query Blob Contents", 501, "NotImplemented",
             lambda: blob.query_blob("SELECT * from BlobStorage").readall()),
            ("Undelete Blob", 501, "NotImplemented", blob.undelete_blob),
            ("Restore Container", 501, "NotImplemented",
             lambda: self.account.undelete_container("other", "version")),
            ("encryption scopes", 501, "NotImplemented", lambda: self.put("b", encryption_scope="scope")),
            ("soft delete", 501, "NotImplemented",
             lambda: self.account.set_service_properties(delete_retention_policy=RetentionPolicy(True, 5))),
            ("static websites", 501, "NotImplemented",
             lambda: self.account.set_service_properties(static_website=StaticWebsite(enabled=True))),
            ("public access", 409, "PublicAccessNotPermitted",
             lambda: self.account.create_container("public", public_access="blob")),
        ):
            self.refuses(*row)
        self.assertEqual([found.name for found in self.container.list_blobs()], ["a"])

    def test_what_keeps_blobs_from_being_changed(self):
        blob = self.put("a")
        for subject, call in (("immutability policies", blob.delete_immutability_policy),
                              ("legal holds", lambda: blob.set_legal_hold(True))):
            # The SDK does not read the code of these.
            with self.subTest(subject), self.assertRaises(HttpResponseError) as caught:
                call()
            response = caught.exception.response
            self.assertEqual((response.status_code, response.headers["x-ms-error-code"]), (501, "NotImplemented"))
            probes.refused("Blob", subject, 501, "NotImplemented")

    def test_user_delegation(self):
        with self.refused(403, "AuthenticationFailed"):
            self.account.get_user_delegation_key(later(minutes=-5), later())
        probes.refused("Blob", "user delegation keys", 403, "AuthenticationFailed")
