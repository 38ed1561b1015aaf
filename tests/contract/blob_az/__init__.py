# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What `az storage` asks of the Blob service: what it prints, and what reached the service."""
import datetime
import re
import unittest

from harness import Service
from harness.az import Az

LATER = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%MZ")


class AzStorageTest(unittest.TestCase):
    """One service for all; each test has a container of its own. A start of az costs more than what it asks."""

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(1))
        cls.az = Az(cls.service)
        cls.connection = dict(part.split("=", 1) for part in
                              cls.service.variables["AZURE_STORAGE_CONNECTION_STRING"].strip(";").split(";"))

    def storage(self, *arguments):
        return self.az.good("storage", *arguments)

    def asked(self, *arguments):
        return self.az.asked("storage", *arguments)

    def refused(self, message, operations, *arguments):
        said, asked = self.az.bad("storage", *arguments)
        self.assertIn(message, said)
        self.assertEqual(asked, operations)

    def container(self, name):
        self.assertEqual(self.storage("container", "create", "--name", name), {"created": True})
        return ("--container-name", name)

    def file(self, name, content):
        file = self.service.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        return file

    def by_sas(self, token):
        """The options that lead to the account by a SAS instead of the key."""
        return ("--blob-endpoint", self.connection["BlobEndpoint"], "--account-name",
                self.connection["AccountName"], "--sas-token", token, "--connection-string", "")

    def test_containers(self):
        of = ("--name", "containers")
        _, asked = self.asked("container", "create", *of, "--metadata", "owner=me")
        self.assertEqual(asked, ["Create Container"])
        self.assertEqual(self.storage("container", "create", *of), {"created": False})
        self.assertEqual(self.storage("container", "exists", *of), {"exists": True})
        shown, asked = self.asked("container", "show", *of)
        self.assertEqual((shown["name"], shown["metadata"], asked),
                         ("containers", {"owner": "me"}, ["Get Container Properties"]))
        _, asked = self.asked("container", "metadata", "update", *of, "--metadata", "other=you")
        self.assertEqual(asked, ["Set Container Metadata"])
        self.assertEqual(self.storage("container", "metadata", "show", *of), {"other": "you"})
        listed, asked = self.asked("container", "list", "--prefix", "containers", "--include-metadata", "true")
        self.assertEqual([(found["name"], found["metadata"]) for found in listed],
                         [("containers", {"other": "you"})])
        self.assertEqual(asked, ["List Containers"])
        deleted, asked = self.asked("container", "delete", *of)
        self.assertEqual((deleted, asked), ({"deleted": True}, ["Delete Container"]))
        self.assertEqual(self.storage("container", "exists", *of), {"exists": False})

    def test_policies(self):
        of = self.container("policies")
        _, asked = self.asked("container", "policy", "create", *of, "--name", "readers", "--permissions", "rl",
                              "--expiry", LATER)
        self.assertEqual(asked, ["Get Container ACL", "Set Container ACL"])
        self.assertEqual(self.storage("container", "policy", "show", *of, "--name", "readers")["permission"], "rl")
        self.assertEqual(list(self.storage("container", "policy", "list", *of)), ["readers"])
        self.storage("blob", "upload", *of, "--name", "a", "--data", "x")
        token = self.storage("container", "generate-sas", "--name", "policies", "--policy-name", "readers")
        self.assertIn("si=readers", token)
        listed = self.storage("blob", "list", *of, *self.by_sas(token))
        self.assertEqual([blob["name"] for blob in listed], ["a"])
        self.storage("container", "policy", "delete", *of, "--name", "readers")
        self.refused("Authentication failure", ["List Blobs 403 AuthenticationFailed"], "blob", "list", *of,
                     *self.by_sas(token))

    def test_blobs(self):
        of = self.container("blobs")
        file = self.file("one.txt", "first")
        _, asked = self.asked("blob", "upload", *of, "--name", "dir/one", "--file", file, "--metadata", "a=1",
                              "--content-type", "text/x")
        self.assertEqual(asked, ["Put Blob"])
        self.refused("BlobAlreadyExists", ["Put Blob 409 BlobAlreadyExists"], "blob", "upload", *of, "--name",
                     "dir/one", "--file", file)
        self.storage("blob", "upload", *of, "--name", "dir/one", "--data", "second", "--overwrite",
                     "--metadata", "a=1")
        shown, asked = self.asked("blob", "show", *of, "--name", "dir/one")
        self.assertEqual((shown["properties"]["contentLength"], shown["metadata"], asked),
                         (6, {"a": "1"}, ["Get Blob Properties"]))
        self.assertEqual(self.storage("blob", "exists", *of, "--name", "none"), {"exists": False})
        target = self.service.folder / "down.txt"
        _, asked = self.asked("blob", "download", *of, "--name", "dir/one", "--file", target)
        self.assertEqual((target.read_text(encoding="utf-8"), asked[-1]), ("second", "Get Blob"))
        self.storage("blob", "metadata", "update", *of, "--name", "dir/one", "--metadata", "b=2")
        self.assertEqual(self.storage("blob", "metadata", "show", *of, "--name", "dir/one"), {"b": "2"})
        self.storage("blob", "update", *of, "--name", "dir/one", "--content-type", "text/html")
        time = self.storage("blob", "snapshot", *of, "--name", "dir/one")["snapshot"]
        listed = self.storage("blob", "list", *of, "--include", "sm", "--prefix", "dir/")
        self.assertEqual([(blob["name"], blob["snapshot"]) for blob in listed], [("dir/one", time), ("dir/one", None)])
        self.refused("SnapshotsPresent", ["Delete Blob 409 SnapshotsPresent"], "blob", "delete", *of, "--name",
                     "dir/one")
        _, asked = self.asked("blob", "delete", *of, "--name", "dir/one", "--delete-snapshots", "include")
        self.assertEqual(asked, ["Delete Blob"])
        self.refused("BlobNotFound", ["Get Blob Properties 404 BlobNotFound"], "blob", "show", *of, "--name",
                     "dir/one")

    def test_batches(self):
        of = self.container("batches")
        names = ["one.txt", "sub/two.txt", "sub/odd name #1 ä.txt", "sub/100%.log"]
        for name in names:
            self.file(f"tree/{name}", name)
        tree = self.service.folder / "tree"
        self.storage("blob", "upload-batch", "--destination", "batches", "--source", tree)
        listed = self.storage("blob", "list", *of, "--query", "[].name")
        self.assertEqual(listed, sorted(names))
        folder = self.service.folder / "down"
        folder.mkdir()
        self.storage("blob", "download-batch", "--source", "batches", "--destination", folder, "--pattern", "sub/*")
        self.assertEqual(sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()),
                         sorted(names[1:]))
        self.assertEqual((folder / names[2]).read_text(encoding="utf-8"), names[2])
        # Its copy start-batch asks the account of that name on Azure, whatever the connection string says.
        self.storage("blob", "delete-batch", "--source", "batches", "--pattern", "sub/*")
        self.assertEqual(self.storage("blob", "list", *of, "--query", "[].name"), ["one.txt"])

    def test_copies_and_leases(self):
        of = self.container("copies")
        self.storage("blob", "upload", *of, "--name", "a b", "--data", "content")
        url = self.storage("blob", "url", *of, "--name", "a b")
        self.assertEqual(url, self.connection["BlobEndpoint"] + "/copies/a%20b")
        copied, asked = self.asked("blob", "copy", "start", "--destination-container", "copies",
                                   "--destination-blob", "c", "--source-uri", url)
        self.assertEqual((copied["copy_status"], asked), ("success", ["Copy Blob"]))
        self.refused("NoPendingCopyOperation", ["Abort Copy Blob 409 NoPendingCopyOperation"], "blob", "copy",
                     "cancel", "--destination-container", "copies", "--destination-blob", "c", "--copy-id",
                     copied["copy_id"])
        lease, asked = self.asked("blob", "lease", "acquire", *of, "--blob-name", "c", "--lease-duration", "60")
        self.assertTrue(re.fullmatch(r"[0-9a-f-]{36}", lease), lease)
        self.assertEqual(asked, ["Lease Blob"])
        self.refused("LeaseIdMissing", ["Delete Blob 412 LeaseIdMissing"], "blob", "delete", *of, "--name", "c")
        self.storage("blob", "delete", *of, "--name", "c", "--lease-id", lease)

    def test_signatures(self):
        of = self.container("signatures")
        self.storage("blob", "upload", *of, "--name", "a", "--data", "content")
        token = self.storage("blob", "generate-sas", *of, "--name", "a", "--permissions", "r", "--expiry", LATER)
        target = self.service.folder / "by-sas.txt"
        self.storage("blob", "download", *of, "--name", "a", "--file", target, *self.by_sas(token))
        self.assertEqual(target.read_text(encoding="utf-8"), "content")
        self.refused("You do not have the required permissions", ["Delete Blob 403 AuthorizationPermissionMismatch"],
                     "blob", "delete", *of, "--name", "a", *self.by_sas(token))
        account = self.storage("account", "generate-sas", "--services", "b", "--resource-types", "sco",
                               "--permissions", "rl", "--expiry", LATER)
        listed = self.storage("container", "list", *self.by_sas(account), "--query", "[].name")
        self.assertIn("signatures", listed)
        wrong = self.service.variables["AZURE_STORAGE_CONNECTION_STRING"].replace(
            self.connection["AccountKey"], "AAAA" + self.connection["AccountKey"][4:])
        self.refused("Authentication failure", ["List Containers 403 AuthenticationFailed"], "container", "list",
                     "--connection-string", wrong)
