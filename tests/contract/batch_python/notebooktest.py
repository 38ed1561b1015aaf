# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""The script of a notebook user, as a process that is told the four variables of connection.env."""
import pathlib
import re
import sys
import unittest

from harness import Service, current, run, until
from harness.rawclient import RawBatch


def task_of(file):
    return re.sub("[^A-Za-z0-9_-]", "_", file.stem)


class Notebook(unittest.TestCase):
    def test_sixty_tasks_from_nothing_to_nothing(self):
        service = self.enterContext(Service(nodes=2))
        sample = current().source / "resources" / "sample"
        results = service.folder / "results"
        # A blank environment but for these four; the rest is what any process needs.
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **service.variables}
        self.assertEqual(sum(name.startswith("AZURE_") for name in environment), 4)
        ended = run([sys.executable, "-B", pathlib.Path(__file__).with_name("notebook.py"), sample, results],
                    environment, seconds=300)
        self.assertEqual(ended.code, 0, ended.said)
        self.assertIn("60 of 60 tasks are done", ended.out)
        self.assertNotIn(service.variables["AZURE_BATCH_ACCESS_KEY"], ended.said)
        inputs = sorted((sample / "inputs").glob("*.csv"))
        self.assertEqual({folder.name for folder in results.iterdir()}, {task_of(file) for file in inputs})
        for file in inputs:
            folder = results / task_of(file)
            made = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
            self.assertEqual(made, {f"{file.stem}-forecast.csv", f"{file.stem}-forecast.svg", "log/stdout.txt",
                                    "log/stderr.txt"})
            self.assertEqual((folder / "log" / "stderr.txt").read_text(encoding="utf-8"), "")
        self.check_against_a_run_by_hand(sample, results, inputs[0], service.folder / "by-hand")
        self.check_that_nothing_is_left(service)

    def check_against_a_run_by_hand(self, sample, results, file, folder):
        by_hand = run([sys.executable, "-B", sample / "forecast" / "forecast.py", file, "--output", folder],
                      {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        self.assertEqual(by_hand.code, 0, by_hand.said)
        for name in (f"{file.stem}-forecast.csv", f"{file.stem}-forecast.svg"):
            self.assertEqual((results / task_of(file) / name).read_bytes(), (folder / name).read_bytes())

    def check_that_nothing_is_left(self, service):
        seen = {line["operation"] for line in service.log()}
        self.assertLessEqual({"Pool_Add", "Job_Add", "Task_AddCollection", "Job_GetTaskCounts", "Pool_Delete",
                              "Job_Delete", "Create Container", "Put Blob", "Get Blob", "List Blobs",
                              "Delete Container"}, seen)
        # Refused is the last look for the pool, which is no more, and the ranges by which the SDK reads
        # blobs that turn out to be empty.
        self.assertEqual({(line["operation"], line["status"]) for line in service.log() if line["status"] >= 400},
                         {("Pool_Exists", 404), ("Get Blob", 416)})
        raw = RawBatch(service.variables)
        self.assertEqual(raw.get("/pools")["value"], [])
        until(lambda: raw.get("/jobs")["value"] == [], "the job gone")
