# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Microsoft's Python SDK of Debian (azure.batch 13) against the Batch service: all of its methods."""
import datetime
import unittest

from azure.batch import BatchServiceClient, models
from azure.batch.batch_auth import SharedKeyCredentials

from harness import Service, until

PARTS = ["notebooktest", "account", "pools", "autoscale", "nodes", "nodeusers", "jobs", "managers", "schedules",
         "tasks", "applications", "files", "wire", "versions", "refusals", "certificates", "whole"]

IMAGE = models.VirtualMachineConfiguration(
    image_reference=models.ImageReference(publisher="canonical", offer="ubuntu-24_04-lts", sku="server"),
    node_agent_sku_id="batch.node.ubuntu 24.04")

#: Every method that a suite called, as "pool.add"; the last part of the suite looks at it.
called = set()


class _Watched:
    """A group of operations that notes which of them are called."""

    def __init__(self, name, group):
        self._name = name
        self._group = group

    def __getattr__(self, method):
        called.add(f"{self._name}.{method}")
        return getattr(self._group, method)


GROUPS = ("account", "application", "certificate", "compute_node", "compute_node_extension", "file", "job",
          "job_schedule", "pool", "task")


def client_of(variables):
    client = BatchServiceClient(
        SharedKeyCredentials(variables["AZURE_BATCH_ACCOUNT"], variables["AZURE_BATCH_ACCESS_KEY"]),
        batch_url=variables["AZURE_BATCH_ENDPOINT"])
    for name in GROUPS:
        setattr(client, name, _Watched(name, getattr(client, name)))
    return client


class PythonTest(unittest.TestCase):
    """A service for the tests of a class."""

    nodes = 2

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(cls.nodes))
        cls.batch = client_of(cls.service.variables)

    @classmethod
    def add_pool(cls, name, nodes=0, **more):
        cls.batch.pool.add(models.PoolAddParameter(id=name, vm_size="STANDARD_D2S_V3",
                                                   virtual_machine_configuration=IMAGE,
                                                   target_dedicated_nodes=nodes, **more))
        cls.wait_for_pool(name)

    @classmethod
    def wait_for_pool(cls, name):
        until(lambda: cls.batch.pool.get(name).allocation_state == models.AllocationState.steady,
              f"pool {name} steady")
        until(lambda: all(node.state == models.ComputeNodeState.idle for node in cls.batch.compute_node.list(name)),
              f"nodes of {name} idle")

    @classmethod
    def first_node(cls, pool):
        return next(iter(cls.batch.compute_node.list(pool))).id

    @classmethod
    def add_job(cls, name, pool, **more):
        cls.batch.job.add(models.JobAddParameter(id=name, pool_info=models.PoolInformation(pool_id=pool), **more))

    @classmethod
    def add_task(cls, job, name, command="/bin/true", **more):
        cls.batch.task.add(job, models.TaskAddParameter(id=name, command_line=command, **more))

    @classmethod
    def wait_for_task(cls, job, name, state=models.TaskState.completed):
        return until(lambda: (task := cls.batch.task.get(job, name)).state == state and task,
                     f"task {name} {state}")

    @classmethod
    def wait_for_job(cls, name, state):
        return until(lambda: (job := cls.batch.job.get(name)).state == state and job, f"job {name} {state}")

    def refused(self, code, status, call, *arguments, **options):
        """The error of a call that must be refused; its values as a dictionary besides."""
        with self.assertRaises(models.BatchErrorException) as caught:
            answer = call(*arguments, **options)
            list(answer if answer is not None else [])
        error = caught.exception
        self.assertIsNotNone(error.error, error)
        self.assertEqual((error.error.code, error.response.status_code), (code, status), error.error.message.value)
        self.assertEqual(error.error.message.lang, "en-US")
        self.assertRegex(error.error.message.value, r"(?s)^.+\nRequestId:[0-9a-f-]{36}\nTime:\d{4}-.*Z$")
        return error.error.message.value, {value.key: value.value for value in error.error.values or []}


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def in_an_hour():
    return now() + datetime.timedelta(hours=1)
