# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
import hashlib

from azure.storage.blob import ContentSettings, StandardBlobTier

from blob_python import BlobTest


class Blobs(BlobTest):
    def test_is_what_was_uploaded(self):
        settings = ContentSettings(content_type="text/plain", content_encoding="identity", content_language="de",
                                   content_disposition="inline", cache_control="no-cache")
        blob = self.put("a", b"hello", metadata={"Name": "value"}, content_settings=settings)
        properties = blob.get_blob_properties()
        self.assertEqual(properties.size, 5)
        self.assertEqual(properties.metadata, {"Name": "value"})
        self.assertEqual(properties.content_settings.content_type, "text/plain")
        self.assertEqual(properties.content_settings.content_language, "de")
        self.assertEqual(properties.content_settings.content_disposition, "inline")
        self.assertEqual(properties.content_settings.cache_control, "no-cache")
        self.assertEqual(bytes(properties.content_settings.content_md5), hashlib.md5(b"hello").digest())
        self.assertTrue(properties.server_encrypted)
        self.assertEqual(properties.blob_tier, "Hot")
        self.assertEqual(blob.download_blob().readall(), b"hello")
        self.assertTrue(blob.exists())
        self.assertFalse(self.container.get_blob_client("none").exists())

    def test_is_not_replaced_unless_wanted(self):
        blob = self.put("a", b"one")
        with self.refused(409, "BlobAlreadyExists"):
            blob.upload_blob(b"two")
        blob.upload_blob(b"two", overwrite=True)
        self.assertEqual(blob.download_blob().readall(), b"two")

    def test_properties_and_metadata_are_replaced_whole(self):
        blob = self.put("a", b"hello", metadata={"a": "1"}, content_settings=ContentSettings(cache_control="x"))
        blob.set_blob_metadata({"b": "2"})
        blob.set_http_headers(ContentSettings(content_type="text/html"))
        properties = blob.get_blob_properties()
        self.assertEqual(properties.metadata, {"b": "2"})
        self.assertEqual(properties.content_settings.content_type, "text/html")
        self.assertIsNone(properties.content_settings.cache_control)
        self.assertIsNone(properties.content_settings.content_md5)
        blob.set_blob_metadata()
        self.assertEqual(blob.get_blob_properties().metadata, {})

    def test_metadata_names_of_any_order_are_signed_alike(self):
        metadata = {"i0": "1", "i_": "2", "I_b": "3", "a": "with spaces"}
        blob = self.put("a", metadata=metadata)
        self.assertEqual(blob.get_blob_properties().metadata, metadata)

    def test_is_deleted_once(self):
        blob = self.put("a")
        blob.delete_blob()
        with self.refused(404, "BlobNotFound"):
            blob.delete_blob()
        with self.refused(404, "BlobNotFound"):
            blob.download_blob()
        self.put("b")
        self.container.delete_blob("b")
        self.assertEqual(list(self.container.list_blobs()), [])

    def test_the_tier_is_hot(self):
        blob = self.put("a", standard_blob_tier=StandardBlobTier.HOT)
        blob.set_standard_blob_tier(StandardBlobTier.HOT)
        self.container.set_standard_blob_tier_blobs("Hot", "a")
        with self.refused(409, "BlobAccessTierNotSupportedForAccountType"):
            blob.set_standard_blob_tier(StandardBlobTier.ARCHIVE)

    def test_a_wrong_key_opens_nothing(self):
        with self.client() as other:
            other.credential.account_key = "AAAA"
            with self.refused(403, "AuthenticationFailed"):
                list(other.list_containers())
