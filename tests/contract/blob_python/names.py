# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from blob_python import BlobTest

NAMES = [
    "!$&'()*+,;=:@~", "#hash", "%41", "100%", "a b", "a+b", "a//b", "a.", "a/", "Ä", "ａ", "日本語.txt",
    "😀", "\"quoted\"", "<tag>&amp;", "tab\there", "new\nline", "bell\x07", "\ufffe", "n" * 1024, "d/" * 253 + "f",
]


class Names(BlobTest):
    def test_come_back_as_they_went(self):
        for name in NAMES:
            with self.subTest(name):
                blob = self.put(name, name.encode())
                self.assertEqual(blob.download_blob().readall(), name.encode())
        listed = [blob.name for blob in self.container.list_blobs()]
        self.assertEqual(listed, sorted(NAMES, key=lambda name: name.encode()))
        for name in NAMES:
            self.container.delete_blob(name)
        self.assertEqual(list(self.container.list_blobs()), [])

    def test_a_backslash_is_a_slash(self):
        self.put("a\\b")
        self.assertEqual([blob.name for blob in self.container.list_blobs()], ["a/b"])

    def test_are_limited(self):
        with self.refused(400, "OutOfRangeInput"):
            self.put("n" * 1025)
        with self.refused(400, "InvalidUri"):
            self.put("d/" * 254 + "f")
