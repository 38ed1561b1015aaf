# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.storage.blob import (AccessPolicy, AccountSasPermissions, BlobClient, BlobSasPermissions,
                                BlobServiceClient, ContainerClient, ContainerSasPermissions, ResourceTypes,
                                generate_account_sas, generate_blob_sas, generate_container_sas)

from blob_python import BlobTest, later


class Signatures(BlobTest):
    def blob_with(self, name="a", **options):
        """A client of a blob with a SAS made by the SDK, and no key."""
        options.setdefault("expiry", later())
        token = generate_blob_sas(self.container.account_name, self.container.container_name, name,
                                  account_key=self.key, **options)
        return self.enterContext(BlobClient.from_blob_url(f"{self.container.get_blob_client(name).url}?{token}",
                                                          retry_total=0))

    def container_with(self, **options):
        options.setdefault("expiry", None if "policy_id" in options else later())
        token = generate_container_sas(self.container.account_name, self.container.container_name,
                                       account_key=self.key, **options)
        return self.enterContext(ContainerClient.from_container_url(f"{self.container.url}?{token}",
                                                                    retry_total=0))

    def account_with(self, **options):
        token = generate_account_sas(self.container.account_name, self.key, expiry=later(), **options)
        return self.enterContext(BlobServiceClient(self.account.url, credential=token, retry_total=0))

    def test_of_a_blob(self):
        self.put("a", b"content")
        self.put("odd name/ä+%&?#.txt", b"odd")
        reader = self.blob_with(permission=BlobSasPermissions(read=True))
        self.assertEqual(reader.download_blob().readall(), b"content")
        odd = self.blob_with("odd name/ä+%&?#.txt", permission=BlobSasPermissions(read=True))
        self.assertEqual(odd.download_blob().readall(), b"odd")
        with self.refused(403, "AuthorizationPermissionMismatch"):
            reader.upload_blob(b"other", overwrite=True)
        writer = self.blob_with(permission=BlobSasPermissions(write=True, create=True))
        writer.upload_blob(b"other", overwrite=True)
        with self.refused(403, "AuthorizationPermissionMismatch"):
            writer.delete_blob()
        maker = self.blob_with(permission=BlobSasPermissions(create=True))
        with self.refused(403, "UnauthorizedBlobOverwrite"):
            maker.upload_blob(b"third", overwrite=True)

    def test_of_a_container(self):
        self.put("a", b"content")
        client = self.container_with(permission=ContainerSasPermissions(read=True, list=True, write=True,
                                                                        delete=True))
        self.assertEqual([blob.name for blob in client.list_blobs()], ["a"])
        self.assertEqual(client.download_blob("a").readall(), b"content")
        client.upload_blob("b", b"more")
        client.get_blob_client("c").start_copy_from_url(client.get_blob_client("a").url)
        self.assertEqual({answer.status_code for answer in client.delete_blobs("a", "b")}, {202})
        with self.refused(403, "AuthorizationPermissionMismatch"):
            client.delete_container()

    def test_of_a_policy(self):
        self.put("a")
        self.container.set_container_access_policy(
            {"readers": AccessPolicy(permission=ContainerSasPermissions(read=True), expiry=later())})
        client = self.container_with(policy_id="readers")
        self.assertEqual(client.download_blob("a").readall(), b"content")
        with self.refused(403, "AuthorizationPermissionMismatch"):
            list(client.list_blobs())
        self.container.set_container_access_policy({})
        with self.refused(403, "AuthenticationFailed"):
            client.download_blob("a")

    def test_of_the_account(self):
        self.put("a")
        everything = ResourceTypes(service=True, container=True, object=True)
        client = self.account_with(resource_types=everything,
                                   permission=AccountSasPermissions(read=True, write=True, list=True, create=True,
                                                                    delete=True))
        self.assertIn(self.container.container_name, [found.name for found in client.list_containers()])
        made = client.create_container("by-sas")
        made.upload_blob("b", b"x")
        made.delete_container()
        with self.refused(403, "AuthorizationResourceTypeMismatch"):
            list(self.account_with(resource_types=ResourceTypes(object=True),
                                   permission=AccountSasPermissions(list=True)).list_containers())

    def test_times_protocols_and_addresses(self):
        self.put("a")
        read = {"permission": BlobSasPermissions(read=True)}
        self.blob_with(start=later(minutes=-5), ip="127.0.0.1", protocol="https,http", **read).download_blob()
        for code, options in (("AuthenticationFailed", {"expiry": later(minutes=-1)}),
                              ("AuthenticationFailed", {"start": later(minutes=30)}),
                              ("AuthorizationSourceIPMismatch", {"ip": "10.0.0.1-10.0.0.9"}),
                              ("AuthorizationProtocolMismatch", {"protocol": "https"})):
            with self.subTest(options), self.refused(403, code):
                self.blob_with(**options, **read).download_blob()

    def test_response_headers_are_what_the_sas_says(self):
        self.put("a")
        client = self.blob_with(permission=BlobSasPermissions(read=True), content_type="text/html",
                                content_disposition="attachment; filename=x", cache_control="no-store",
                                content_language="de")
        settings = client.get_blob_properties().content_settings
        self.assertEqual((settings.content_type, settings.content_disposition, settings.cache_control,
                          settings.content_language),
                         ("text/html", "attachment; filename=x", "no-store", "de"))

    def test_a_changed_token_is_no_token(self):
        self.put("a")
        url = self.blob_with(permission=BlobSasPermissions(read=True)).url
        with self.refused(403, "AuthenticationFailed"):
            BlobClient.from_blob_url(url.replace("sp=r", "sp=rw")).download_blob()
        with self.refused(401, "NoAuthenticationInformation"):
            BlobClient.from_blob_url(url.split("?")[0]).download_blob()
