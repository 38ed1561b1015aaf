# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What az asks of the Batch service, row by row: what it prints, and what reached the service."""
import json
import unittest

from harness import Service, until
from harness.az import Az
from harness.rawclient import RawBatch

PARTS = ["pools", "autoscale", "nodes", "nodeusers", "jobs", "tasks", "files", "schedules", "applications"]

IMAGE = ("--vm-size", "Standard_D2s_v3", "--image", "canonical:0001-com-ubuntu-server-jammy:22_04-lts",
         "--node-agent-sku-id", "batch.node.ubuntu 22.04")
POOL = {"vmSize": "Standard_D2s_v3", "virtualMachineConfiguration": {
    "imageReference": {"publisher": "canonical", "offer": "0001-com-ubuntu-server-jammy", "sku": "22_04-lts"},
    "nodeAgentSKUId": "batch.node.ubuntu 22.04"}}


class AzTest(unittest.TestCase):
    """A service for the tests of a class. Its raw client asks and prepares what is not az's to prove."""

    nodes = 2

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(cls.nodes))
        cls.az = Az(cls.service)
        cls.raw = RawBatch(cls.service.variables)

    def batch(self, operations, *arguments):
        """What `az batch ...` printed; the service must have seen just these operations, in this order."""
        printed, asked = self.az.asked("batch", *arguments)
        self.assertEqual(asked, operations, arguments)
        return printed

    def refused(self, message, operations, *arguments):
        """`az batch ...` must fail and say so; the operations have status and code of the error."""
        said, asked = self.az.bad("batch", *arguments)
        self.assertIn(message, said)
        self.assertEqual(asked, operations, arguments)
        return said

    def json_file(self, name, content):
        file = self.service.folder / name
        file.write_text(json.dumps(content), encoding="utf-8")
        return file

    @classmethod
    def add(cls, path, **body):
        answer = cls.raw.ask("POST", path, body)
        assert answer.status == 201, answer

    @classmethod
    def add_pool(cls, name, nodes=0, **more):
        cls.add("/pools", id=name, targetDedicatedNodes=nodes, **POOL, **more)
        cls.wait_for_pool(name)

    @classmethod
    def wait_for_pool(cls, name):
        """Until nothing of it is on its way."""
        until(lambda: cls.raw.get(f"/pools/{name}")["allocationState"] == "steady", f"pool {name} steady")
        until(lambda: all(node["state"] == "idle" for node in cls.raw.get(f"/pools/{name}/nodes")["value"]),
              f"nodes of {name} idle")

    @classmethod
    def first_node(cls, pool):
        return cls.raw.get(f"/pools/{pool}/nodes")["value"][0]["id"]

    @classmethod
    def wait_for_task(cls, job, task, state="completed"):
        return until(lambda: (found := cls.raw.get(f"/jobs/{job}/tasks/{task}"))["state"] == state and found,
                     f"task {task} {state}")

    def wait_for_job(self, job, state):
        until(lambda: self.raw.get(f"/jobs/{job}")["state"] == state, f"job {job} {state}")

    def wait_until_gone(self, path):
        until(lambda: self.raw.ask("GET", path).status == 404, f"{path} gone")
