# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class Nodes(AzTest):
    nodes = 3

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.node = cls.first_node("p")

    def of(self, *command):
        return (*command, "--pool-id", "p", "--node-id", self.node)

    def test_list_and_show(self):
        nodes = self.batch(["ComputeNode_List"], "node", "list", "--pool-id", "p")
        self.assertEqual([node["id"] for node in nodes], [self.node])
        self.assertEqual(self.batch(["ComputeNode_List"], "node", "list", "--pool-id", "p", "--filter",
                                    "state eq 'unusable'"), [])
        node = self.batch(["ComputeNode_Get"], *self.of("node", "show"))
        self.assertEqual((node["id"], node["isDedicated"], node["vmSize"]), (self.node, True, "standard_d2s_v3"))
        self.assertEqual(node["affinityId"], "TVM:" + self.node)
        self.refused("The specified node does not exist.", ["ComputeNode_Get 404 NodeNotFound"],
                     "node", "show", "--pool-id", "p", "--node-id", "tvmps_0_d")

    def test_scheduling(self):
        self.wait_for_pool("p")
        self.batch(["ComputeNode_DisableScheduling"], *self.of("node", "scheduling", "disable"),
                   "--node-disable-scheduling-option", "requeue")
        self.assertEqual(self.raw.get(f"/pools/p/nodes/{self.node}")["schedulingState"], "disabled")
        self.refused("already in the target scheduling state",
                     ["ComputeNode_DisableScheduling 409 NodeAlreadyInTargetSchedulingState"],
                     *self.of("node", "scheduling", "disable"))
        self.batch(["ComputeNode_EnableScheduling"], *self.of("node", "scheduling", "enable"))
        self.assertEqual(self.raw.get(f"/pools/p/nodes/{self.node}")["schedulingState"], "enabled")

    def test_reboot(self):
        self.wait_for_pool("p")
        before = self.raw.get(f"/pools/p/nodes/{self.node}")["lastBootTime"]
        self.assertIsNone(self.batch(["ComputeNode_Reboot"], *self.of("node", "reboot"),
                                     "--node-reboot-option", "requeue"))
        self.wait_for_pool("p")
        self.assertGreater(self.raw.get(f"/pools/p/nodes/{self.node}")["lastBootTime"], before)

    def test_files(self):
        self.wait_for_pool("p")
        self.add_pool("started", 1, startTask={"commandLine": "/bin/sh -c 'echo hello'", "waitForSuccess": True})
        node = self.first_node("started")
        of = ("--pool-id", "started", "--node-id", node)
        files = self.batch(["File_ListFromComputeNode"], "node", "file", "list", *of, "--recursive", "true")
        names = [file["name"] for file in files]
        self.assertIn("startup/stdout.txt", names)
        self.assertIn("shared", names)
        target = self.service.folder / "stdout.txt"
        self.batch(["File_GetFromComputeNode"], "node", "file", "download", *of, "--file-path",
                   "startup/stdout.txt", "--destination", target)
        self.assertEqual(target.read_text(encoding="utf-8"), "hello\n")
        self.batch(["File_GetPropertiesFromComputeNode"], "node", "file", "show", *of, "--file-path",
                   "startup/stdout.txt")
        self.batch(["File_DeleteFromComputeNode"], "node", "file", "delete", *of, "--file-path",
                   "startup/stdout.txt", "--yes")
        self.refused("The specified file does not exist.", ["File_GetFromComputeNode 404 FileNotFound"],
                     "node", "file", "download", *of, "--file-path", "startup/stdout.txt", "--destination",
                     self.service.folder / "none.txt")

    def test_delete(self):
        self.add_pool("shrinking", 1)
        self.assertIsNone(self.batch(["Pool_RemoveNodes"], "node", "delete", "--pool-id", "shrinking",
                                     "--node-list", self.first_node("shrinking")))
        self.wait_for_pool("shrinking")
        self.assertEqual(self.raw.get("/pools/shrinking/nodes")["value"], [])
