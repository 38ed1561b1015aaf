# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Ten thousand tasks of az, and the memory that they cost the service."""
import json
import os
import unittest

from batch_az import POOL
from harness import Service
from harness.az import Az
from harness.rawclient import RawBatch

COUNT = 10000
MOST_MEMORY = 200 * 1000 * 1000
# What AddressSanitizer itself adds: its shadow, and zones around everything that is allocated.
if os.environ.get("BATCHDESK_SANITIZED") == "1":
    MOST_MEMORY *= 2


class Many(unittest.TestCase):
    def test_ten_thousand_tasks(self):
        # Under AddressSanitizer what was freed is held back, by default without end for this test.
        service = self.enterContext(Service(nodes=1, variables={
            "ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), "quarantine_size_mb=8"]))}))
        raw, az = RawBatch(service.variables), Az(service)
        self.assertEqual(raw.ask("POST", "/pools", {"id": "p", **POOL}).status, 201)
        self.assertEqual(raw.ask("POST", "/jobs", {"id": "j", "poolInfo": {"poolId": "p"}}).status, 201)
        tasks = [{"id": f"task-{number:05}", "commandLine": f"/bin/sh -c 'echo {number}'",
                  "environmentSettings": [{"name": "NUMBER", "value": str(number)}]} for number in range(COUNT)]
        file = service.folder / "tasks.json"
        file.write_text(json.dumps(tasks), encoding="utf-8")
        added, asked = az.asked("batch", "task", "create", "--job-id", "j", "--json-file", file)
        self.assertEqual({result["taskId"] for result in added}, {task["id"] for task in tasks})
        self.assertEqual({result["status"].lower() for result in added}, {"success"})
        self.assertEqual(asked, ["Task_AddCollection"] * (COUNT // 100))
        listed, asked = az.asked("batch", "task", "list", "--job-id", "j")
        self.assertEqual([task["id"] for task in listed], [task["id"] for task in tasks])
        self.assertEqual(asked, ["Task_List"] * (COUNT // 1000))
        memory = service.peak_memory()
        print(f"the service had {memory / 1e6:.0f} MB in use at most")
        self.assertLess(memory, MOST_MEMORY)
