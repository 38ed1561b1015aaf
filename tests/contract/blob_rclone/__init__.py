# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""rclone of Debian (azureblob) against the Blob service, by a SAS of a container: trees with odd names."""
import datetime
import os
import unittest

from azure.storage.blob import (BlobServiceClient, ContainerSasPermissions, generate_container_sas)

from harness import Service
from harness.program import run

NAMES = ["plain.txt", "with space", "#hash", "100%", "%41", "'single' \"double\"", "a+b&c=d;e,f", "Ä/ö/ü.txt",
         "日本語", "😀.bin", "<tag>", "back\\slash", "quest?ion*", "tab\there", "new\nline", "trailing ", "dot.",
         "deep/" * 20 + "file", "~$!()[]{}@:|^`"]


class Rclone(unittest.TestCase):
    PROGRAM = "/usr/bin/rclone"

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(1))
        cls.account = cls.enterClassContext(BlobServiceClient.from_connection_string(
            cls.service.variables["AZURE_STORAGE_CONNECTION_STRING"]))

    def setUp(self):
        self.container = self.account.create_container("tree")
        self.addCleanup(self.container.delete_container)
        token = generate_container_sas(
            self.container.account_name, "tree", account_key=self.account.credential.account_key,
            permission=ContainerSasPermissions(read=True, add=True, create=True, write=True, delete=True, list=True),
            expiry=datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1))
        self.environment = {**self.service.environment(None), "RCLONE_CONFIG": os.devnull,
                            "RCLONE_CONFIG_BLOBS_TYPE": "azureblob",
                            "RCLONE_CONFIG_BLOBS_SAS_URL": f"{self.container.url}?{token}"}
        self.tree = self.service.folder / self.id().rsplit(".", 1)[-1]
        for name in NAMES:
            self.write(name, name)

    def write(self, name, content):
        file = self.tree / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def rclone(self, *arguments):
        ended = run([self.PROGRAM, *arguments, "--retries", "1", "--low-level-retries", "1", "--stats", "0"],
                    self.environment)
        self.assertEqual(ended.code, 0, ended.said)
        return ended

    def content_of(self, folder):
        return {str(file.relative_to(folder)): file.read_text(encoding="utf-8")
                for file in folder.rglob("*") if file.is_file()}

    def test_a_tree_goes_up_and_comes_back(self):
        self.rclone("copy", self.tree, "blobs:tree")
        self.rclone("check", self.tree, "blobs:tree")
        self.assertEqual(len(list(self.container.list_blobs())), len(NAMES))
        back = self.service.folder / "back"
        self.rclone("copy", "blobs:tree", back)
        self.assertEqual(self.content_of(back), self.content_of(self.tree))

    def test_what_is_there_already_is_not_sent_again(self):
        self.rclone("copy", self.tree, "blobs:tree/sub")
        before = self.service.log_length()
        self.rclone("copy", self.tree, "blobs:tree/sub")
        self.assertNotIn("Put Blob", [line["operation"] for line in self.service.log(before)])

    def test_sync_takes_changes_over_and_removes_what_is_gone(self):
        self.rclone("sync", self.tree, "blobs:tree")
        (self.tree / "100%").unlink()
        self.write("with space", "changed")
        self.write("new one", "new")
        self.rclone("sync", self.tree, "blobs:tree")
        self.rclone("check", self.tree, "blobs:tree")
        self.assertEqual(self.container.download_blob("with space").readall(), b"changed")

    def test_large_files_go_in_blocks(self):
        with open(self.tree / "large", "wb") as file:
            file.write(os.urandom(9 * 1024 * 1024 + 1))
        self.rclone("copy", self.tree / "large", "blobs:tree", "--azureblob-upload-cutoff", "4M",
                    "--azureblob-chunk-size", "4M")
        self.rclone("check", self.tree, "blobs:tree", "--include", "/large", "--download")
        self.assertEqual(len(self.container.get_blob_client("large").get_block_list()[0]), 3)

    def test_a_tree_is_deleted(self):
        self.rclone("copy", self.tree, "blobs:tree")
        self.rclone("copyto", "blobs:tree/plain.txt", "blobs:tree/copied.txt")
        self.rclone("moveto", "blobs:tree/copied.txt", "blobs:tree/moved.txt")
        self.assertIn("moved.txt", self.rclone("lsf", "blobs:tree").out.splitlines())
        self.rclone("purge", "blobs:tree/deep")
        self.rclone("delete", "blobs:tree")
        self.assertEqual(list(self.container.list_blobs()), [])
