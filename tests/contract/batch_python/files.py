# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
import urllib.parse

from azure.batch import models

from batch_python import PythonTest

SCRIPT = "/bin/sh -c 'echo hello; mkdir -p sub; printf 0123456789 > sub/out.txt'"


class Files(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1, start_task=models.StartTask(command_line="/bin/sh -c 'echo started'",
                                                         wait_for_success=True))
        cls.add_job("j", "p")
        cls.add_task("j", "t", SCRIPT)
        cls.wait_for_task("j", "t")
        cls.node = cls.first_node("p")

    def test_list_of_a_task(self):
        files = {file.name: file for file in self.batch.file.list_from_task("j", "t")}
        self.assertLessEqual({"stdout.txt", "stderr.txt", "wd"}, set(files))
        self.assertEqual((files["wd"].is_directory, files["wd"].properties), (True, None))
        properties = files["stdout.txt"].properties
        self.assertEqual((properties.content_length, properties.content_type), (6, "text/plain"))
        self.assertRegex(properties.file_mode, "^0o1006")
        self.assertEqual(files["stdout.txt"].url, self.batch.config.batch_url + "/jobs/j/tasks/t/files/stdout.txt")
        names = [file.name for file in self.batch.file.list_from_task(
            "j", "t", recursive=True, file_list_from_task_options=models.FileListFromTaskOptions(
                filter="startswith(name,'wd/')"))]
        self.assertEqual(names, ["wd/sub", "wd/sub/out.txt"])
        self.refused("TaskNotFound", 404, self.batch.file.list_from_task, "j", "none")

    def test_read_of_a_task(self):
        self.assertEqual(b"".join(self.batch.file.get_from_task("j", "t", "wd/sub/out.txt")), b"0123456789")
        part = self.batch.file.get_from_task("j", "t", "wd/sub/out.txt",
                                             models.FileGetFromTaskOptions(ocp_range="bytes=2-5"), raw=True)
        self.assertEqual((part.response.status_code, b"".join(part.output)), (200, b"2345"))
        rest = self.batch.file.get_from_task("j", "t", "wd/sub/out.txt",
                                             models.FileGetFromTaskOptions(ocp_range="bytes=7-"))
        self.assertEqual(b"".join(rest), b"789")
        self.refused("InvalidRange", 416, self.batch.file.get_from_task, "j", "t", "wd/sub/out.txt",
                     models.FileGetFromTaskOptions(ocp_range="bytes=10-"))
        self.refused("FileNotFound", 404, self.batch.file.get_from_task, "j", "t", "wd/none")

    def test_properties_of_a_task_s_file(self):
        headers = self.batch.file.get_properties_from_task("j", "t", "wd/sub/out.txt", raw=True).headers
        self.assertEqual(headers["Content-Length"], 10)
        self.assertEqual(headers["ocp-batch-file-isdirectory"], False)
        self.assertRegex(headers["ocp-batch-file-mode"], "^0o1006")
        # The whole address is encoded once more, to be a header.
        self.assertEqual(urllib.parse.unquote(headers["ocp-batch-file-url"]),
                         self.batch.config.batch_url + "/jobs/j/tasks/t/files/wd%2Fsub%2Fout.txt")
        with self.assertRaises(models.BatchErrorException) as caught:
            self.batch.file.get_properties_from_task("j", "t", "wd/none")
        self.assertEqual(caught.exception.response.status_code, 404)

    def test_deletion_of_a_task_s_files(self):
        self.add_task("j", "u", SCRIPT)
        self.wait_for_task("j", "u")
        self.batch.file.delete_from_task("j", "u", "stdout.txt")
        self.batch.file.delete_from_task("j", "u", "wd/sub", recursive=True)
        self.assertEqual([file.name for file in self.batch.file.list_from_task("j", "u", recursive=True)
                          if file.name.startswith("wd/") or file.name == "stdout.txt"], [])
        self.refused("FileNotFound", 404, self.batch.file.delete_from_task, "j", "u", "stdout.txt")

    def test_a_task_that_has_not_begun(self):
        self.add_pool("empty")
        self.add_job("waiting", "empty")
        self.add_task("waiting", "t")
        self.refused("OperationInvalidForCurrentState", 409, self.batch.file.list_from_task, "waiting", "t")
        self.refused("OperationInvalidForCurrentState", 409, self.batch.file.get_from_task, "waiting", "t",
                     "stdout.txt")

    def test_files_of_a_node(self):
        names = [file.name for file in self.batch.file.list_from_compute_node("p", self.node)]
        self.assertLessEqual({"shared", "startup", "workitems"}, set(names))
        names = [file.name for file in self.batch.file.list_from_compute_node(
            "p", self.node, recursive=True)]
        self.assertIn("workitems/j/job-1/t/wd/sub/out.txt", names)
        self.assertEqual(b"".join(self.batch.file.get_from_compute_node("p", self.node, "startup/stdout.txt")),
                         b"started\n")
        headers = self.batch.file.get_properties_from_compute_node("p", self.node, "startup/stdout.txt",
                                                                   raw=True).headers
        self.assertEqual(headers["Content-Length"], 8)
        self.batch.file.delete_from_compute_node("p", self.node, "startup/stdout.txt")
        self.refused("FileNotFound", 404, self.batch.file.get_from_compute_node, "p", self.node,
                     "startup/stdout.txt")
        self.refused("NodeNotFound", 404, self.batch.file.list_from_compute_node, "p", "tvmps_0_d")
