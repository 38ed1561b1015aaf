# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class TaskFiles(AzTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.add("/jobs", id="j", poolInfo={"poolId": "p"})
        cls.add("/jobs/j/tasks", id="t", commandLine="/bin/sh -c 'mkdir sub && printf 0123456789 > sub/out.txt'")
        cls.wait_for_task("j", "t")

    of = ("--job-id", "j", "--task-id", "t")

    def test_list(self):
        files = self.batch(["File_ListFromTask"], "task", "file", "list", *self.of)
        names = [file["name"] for file in files]
        self.assertIn("stdout.txt", names)
        self.assertIn("wd", names)
        self.assertNotIn("wd/sub/out.txt", names)
        files = self.batch(["File_ListFromTask"], "task", "file", "list", *self.of, "--recursive", "true",
                           "--filter", "startswith(name,'wd/sub/')")
        self.assertEqual([file["name"] for file in files], ["wd/sub/out.txt"])
        self.assertEqual(files[0]["properties"]["contentLength"], 10)
        self.assertFalse(files[0]["isDirectory"])

    def test_download(self):
        target = self.service.folder / "whole.txt"
        self.batch(["File_GetFromTask"], "task", "file", "download", *self.of, "--file-path",
                   "wd/sub/out.txt", "--destination", target)
        self.assertEqual(target.read_text(encoding="utf-8"), "0123456789")
        part = self.service.folder / "part.txt"
        self.batch(["File_GetFromTask"], "task", "file", "download", *self.of, "--file-path", "wd/sub/out.txt",
                   "--destination", part, "--start-range", "2", "--end-range", "5")
        self.assertEqual(part.read_text(encoding="utf-8"), "2345")
        self.refused("The specified file does not exist.", ["File_GetFromTask 404 FileNotFound"],
                     "task", "file", "download", *self.of, "--file-path", "wd/none", "--destination",
                     self.service.folder / "none.txt")

    def test_show_and_delete(self):
        self.add("/jobs/j/tasks", id="u", commandLine="/bin/sh -c 'mkdir sub && echo > sub/out.txt'")
        self.wait_for_task("j", "u")
        of = ("--job-id", "j", "--task-id", "u")
        # It prints nothing in this version, whatever the answer.
        self.assertIsNone(self.batch(["File_GetPropertiesFromTask"], "task", "file", "show", *of,
                                     "--file-path", "wd/sub/out.txt"))
        self.assertIsNone(self.batch(["File_DeleteFromTask"], "task", "file", "delete", *of,
                                     "--file-path", "wd/sub", "--recursive", "true", "--yes"))
        self.assertEqual(self.raw.ask("GET", "/jobs/j/tasks/u/files/wd%2Fsub%2Fout.txt").status, 404)
