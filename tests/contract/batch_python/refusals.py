# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Properties that this computer cannot heed: each is refused by name, none is left unheeded."""
import copy
import re
import unittest

from batch_az import POOL
from harness import Service, current, probes, until
from harness.rawclient import RawBatch

OLD = "2022-10-01.16.0"
NEW = "2025-06-01"
IDENTITY = {"resourceId": "/subscriptions/s"}
CONTAINER = {"imageName": "i"}

#: (subject for a reader, path of the property from the body of its object, value, version)
IN_A_POOL = [
    ("Containers: pool", "virtualMachineConfiguration.containerConfiguration", {"type": "dockerCompatible"}, NEW),
    ("Containers: start task", "startTask.containerSettings", CONTAINER, NEW),
    ("Disks of a node's own", "virtualMachineConfiguration.dataDisks", [{"lun": 0, "diskSizeGB": 10}], NEW),
    ("Disk encryption", "virtualMachineConfiguration.diskEncryptionConfiguration", {"targets": ["osdisk"]}, NEW),
    ("Disk encryption by a set of keys", "virtualMachineConfiguration.osDisk.managedDisk.diskEncryptionSet",
     {"id": "d"}, NEW),
    ("Disk encryption at the host", "virtualMachineConfiguration.securityProfile.encryptionAtHost", True, NEW),
    ("Confidential virtual machines", "virtualMachineConfiguration.securityProfile.securityType",
     "confidentialVM", NEW),
    ("Proxy agent", "virtualMachineConfiguration.securityProfile.proxyAgentSettings", {"enabled": True}, NEW),
    ("Extensions of virtual machines", "virtualMachineConfiguration.extensions",
     [{"name": "e", "publisher": "p", "type": "t"}], NEW),
    ("Networks: subnet of a pool", "networkConfiguration.subnetId", "/subscriptions/s", NEW),
    ("Networks: assignment by job", "networkConfiguration.dynamicVNetAssignmentScope", "job", NEW),
    ("Networks: inbound endpoints", "networkConfiguration.endpointConfiguration", {"inboundNATPools": []}, NEW),
    ("Networks: public addresses of the user's own",
     "networkConfiguration.publicIPAddressConfiguration.provision", "usermanaged", NEW),
    ("Networks: public addresses by id", "networkConfiguration.publicIPAddressConfiguration.ipAddressIds",
     ["/subscriptions/s"], NEW),
    ("Networks: families of addresses", "networkConfiguration.publicIPAddressConfiguration.ipFamilies",
     ["IPv4"], NEW),
    ("Networks: tags of addresses", "networkConfiguration.publicIPAddressConfiguration.ipTags",
     [{"ipTagType": "t", "tag": "g"}], NEW),
    ("Mounted file systems", "mountConfiguration",
     [{"nfsMountConfiguration": {"source": "s", "relativeMountPath": "m"}}], NEW),
    ("Managed identities: resource file", "startTask.resourceFiles",
     [{"httpUrl": "https://h/b", "filePath": "f", "identityReference": IDENTITY}], NEW),
    ("Pools of cloud services (before 2024-07-01.20.0)", "cloudServiceConfiguration", {"osFamily": "6"}, OLD),
    ("Certificates of pools (before 2025-06-01)", "certificateReferences",
     [{"thumbprint": "ab", "thumbprintAlgorithm": "sha1"}], OLD),
    ("Licences of applications (before 2024-07-01.20.0)", "applicationLicenses", ["maya"], OLD),
]
IN_A_JOB = [
    ("Containers: job manager task", "jobManagerTask.containerSettings", CONTAINER, NEW),
    ("Containers: job preparation task", "jobPreparationTask.containerSettings", CONTAINER, NEW),
    ("Containers: job release task", "jobReleaseTask.containerSettings", CONTAINER, NEW),
    ("Networks: network of a job", "networkConfiguration", {"subnetId": "/subscriptions/s"}, NEW),
]
IN_A_TASK = [
    ("Tasks on several nodes at once", "multiInstanceSettings",
     {"numberOfInstances": 2, "coordinationCommandLine": "/bin/true"}, NEW),
    ("Managed identities: output file", "outputFiles", [{
        "filePattern": "*", "uploadOptions": {"uploadCondition": "tasksuccess"},
        "destination": {"container": {"containerUrl": "https://h/c", "identityReference": IDENTITY}}}], NEW),
    ("Authentication tokens of tasks (retired on Azure on 2024-09-30)", "authenticationTokenSettings",
     {"access": ["job"]}, NEW),
]
#: What must be there besides, so that the refused property is the only thing wrong.
AROUND = {"startTask": {"commandLine": "/bin/true"}, "jobPreparationTask": {"commandLine": "/bin/true"},
          "jobReleaseTask": {"commandLine": "/bin/true"},
          "jobManagerTask": {"id": "m", "commandLine": "/bin/true"}}


def with_property(body, path, value):
    body = copy.deepcopy(body)
    at = body
    *outer, last = path.split(".")
    for name in outer:
        at = at.setdefault(name, dict(AROUND.get(name, {})))
    at[last] = value
    return body


class Refusals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(nodes=1))
        raw = RawBatch(cls.service.variables)
        assert raw.ask("POST", "/jobs", {"id": "j", "poolInfo": {"poolId": "p"}}).status == 201

    def check(self, address, body, subjects):
        for subject, path, value, version in subjects:
            with self.subTest(subject):
                answer = RawBatch(self.service.variables, version).ask(
                    "POST", address, with_property(body, path, value))
                self.assertEqual((answer.status, answer.code), (400, "UnsupportedProperty"), answer.body)
                values = {each["key"]: each["value"] for each in answer.json()["values"]}
                self.assertRegex(values["Reason"], r"\.$")
                probes.refused("Batch", subject, 400, "UnsupportedProperty")

    def test_of_pools(self):
        self.check("/pools", {"id": "p", **POOL}, IN_A_POOL)

    def test_of_jobs(self):
        job = {"id": "other", "poolInfo": {"poolId": "p"}, "jobPreparationTask": {"commandLine": "/bin/true"}}
        self.check("/jobs", job, IN_A_JOB)

    def test_of_tasks(self):
        self.check("/jobs/j/tasks", {"id": "t", "commandLine": "/bin/true"}, IN_A_TASK)

    def test_a_task_in_a_container_ends_without_having_run(self):
        raw = RawBatch(self.service.variables)
        self.assertEqual(raw.ask("POST", "/pools", {"id": "p", **POOL, "targetDedicatedNodes": 1}).status, 201)
        self.assertEqual(raw.ask("POST", "/jobs/j/tasks", {
            "id": "contained", "commandLine": "/bin/true", "containerSettings": CONTAINER}).status, 201)
        task = until(lambda: (task := raw.get("/jobs/j/tasks/contained"))["state"] == "completed" and task,
                     "the task completed")
        self.assertEqual(task["executionInfo"]["failureInfo"]["code"], "ContainerInvalidSettings")
        self.assertNotIn("exitCode", task["executionInfo"])
        probes.refused("Batch", "Containers: task", "the task fails", "ContainerInvalidSettings")

    def test_all_of_them_are_asked_for(self):
        declared = set()
        for file in (current().source / "core" / "localservice" / "batch").glob("*.cpp"):
            declared |= set(re.findall(r'"(\w+)",\s*(?:K|Property::Kind)::Unsupported', file.read_text("utf-8")))
        asked = {name for _, path, value, _ in IN_A_POOL + IN_A_JOB + IN_A_TASK
                 for name in re.findall(r"\w+", f"{path} {value}")}
        self.assertEqual(declared - asked, set())
