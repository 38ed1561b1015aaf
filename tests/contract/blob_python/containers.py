# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.storage.blob import AccessPolicy, BlobPrefix, ContainerClient, ContainerSasPermissions

from blob_python import BlobTest, later


class Containers(BlobTest):
    def test_is_made_described_and_deleted(self):
        container = self.account.get_container_client("made")
        self.assertFalse(container.exists())
        container.create_container(metadata={"owner": "me"})
        self.assertTrue(container.exists())
        with self.refused(409, "ContainerAlreadyExists"):
            container.create_container()
        properties = container.get_container_properties()
        self.assertEqual(properties.name, "made")
        self.assertEqual(properties.metadata, {"owner": "me"})
        self.assertEqual(properties.lease.state, "available")
        self.assertIsNone(properties.public_access)
        container.set_container_metadata({"other": "you"})
        changed = container.get_container_properties()
        self.assertEqual(changed.metadata, {"other": "you"})
        self.assertNotEqual(changed.etag, properties.etag)
        container.delete_container()
        with self.refused(404, "ContainerNotFound"):
            container.get_container_properties()

    def test_names_are_checked(self):
        for name, code in (("UPPER", "InvalidResourceName"), ("a--b", "InvalidResourceName"),
                           ("ab", "OutOfRangeInput"), ("a" * 64, "OutOfRangeInput")):
            with self.subTest(name), self.refused(400, code):
                self.account.create_container(name)

    def test_are_listed_by_prefix_and_page(self):
        for number in range(5):
            self.account.create_container(f"listed-{number}", metadata={"number": str(number)})
        pages = self.account.list_containers("listed-", include_metadata=True, results_per_page=2).by_page()
        listed = [[(found.name, found.metadata["number"]) for found in page] for page in pages]
        self.assertEqual(listed, [[("listed-0", "0"), ("listed-1", "1")], [("listed-2", "2"), ("listed-3", "3")],
                                  [("listed-4", "4")]])

    def test_blobs_are_listed_as_they_are(self):
        for name in ("a/1", "a/2", "a/b/3", "c"):
            self.put(name, metadata={"name": name.replace("/", "_")})
        self.assertEqual([blob.name for blob in self.container.list_blobs(name_starts_with="a/")],
                         ["a/1", "a/2", "a/b/3"])
        blob = next(self.container.list_blobs(name_starts_with="c", include=["metadata", "copy", "snapshots"]))
        self.assertEqual((blob.size, blob.metadata, blob.blob_type), (7, {"name": "c"}, "BlockBlob"))
        self.assertEqual(blob.etag, self.container.get_blob_client("c").get_blob_properties().etag.strip('"'))
        # The SDK gives the prefixes of a page first, wherever they stood.
        walked = list(self.container.walk_blobs("a/"))
        self.assertEqual([(found.name, isinstance(found, BlobPrefix)) for found in walked],
                         [("a/b/", True), ("a/1", False), ("a/2", False)])
        pages = self.container.list_blobs(results_per_page=3).by_page()
        self.assertEqual([[blob.name for blob in page] for page in pages], [["a/1", "a/2", "a/b/3"], ["c"]])

    def test_many_blobs_are_listed_in_pages_and_deleted_in_a_batch(self):
        for number in range(120):
            self.put(f"many/{number:03}", b"")
        names = [blob.name for blob in self.container.list_blobs(results_per_page=50)]
        self.assertEqual(names, [f"many/{number:03}" for number in range(120)])
        answers = list(self.container.delete_blobs(*names[:100]))
        self.assertEqual({answer.status_code for answer in answers}, {202})
        answers = list(self.container.delete_blobs(names[0], names[100], raise_on_any_failure=False))
        self.assertEqual([answer.status_code for answer in answers], [404, 202])
        self.assertEqual(len(list(self.container.list_blobs())), 19)

    def test_policies_are_kept(self):
        policy = AccessPolicy(permission=ContainerSasPermissions(read=True, list=True), expiry=later(),
                              start=later(minutes=-5))
        self.container.set_container_access_policy({"readers": policy, "empty": AccessPolicy()})
        told = self.container.get_container_access_policy()
        self.assertIsNone(told["public_access"])
        identifiers = {identifier.id: identifier.access_policy for identifier in told["signed_identifiers"]}
        self.assertEqual(set(identifiers), {"readers", "empty"})
        self.assertEqual(identifiers["readers"].permission, "rl")
        with self.refused(409, "PublicAccessNotPermitted"):
            self.container.set_container_access_policy({}, public_access="blob")
        self.container.set_container_access_policy({})
        self.assertEqual(self.container.get_container_access_policy()["signed_identifiers"], [])

    def test_the_service_describes_itself(self):
        self.assertEqual(self.account.get_account_information()["account_kind"], "StorageV2")
        self.assertEqual(self.container.get_account_information()["sku_name"], "Standard_LRS")
        properties = self.account.get_service_properties()
        self.assertFalse(properties["delete_retention_policy"].enabled)
        self.account.set_service_properties(analytics_logging=properties["analytics_logging"],
                                            hour_metrics=properties["hour_metrics"],
                                            minute_metrics=properties["minute_metrics"], cors=[])
        self.account.set_service_properties(target_version="2020-10-02")
        self.assertEqual(self.account.get_service_properties()["target_version"], "2020-10-02")

    def test_a_container_url_leads_to_it(self):
        self.put("a")
        with ContainerClient.from_container_url(self.container.url, credential=self.key) as other:
            self.assertEqual([blob.name for blob in other.list_blobs()], ["a"])
