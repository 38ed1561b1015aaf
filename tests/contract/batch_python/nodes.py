# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import PythonTest
from harness import until


class Nodes(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.node = cls.first_node("p")

    def test_list_and_get(self):
        node = self.batch.compute_node.get("p", self.node)
        self.assertEqual((node.id, node.state, node.scheduling_state), (
            self.node, models.ComputeNodeState.idle, models.SchedulingState.enabled))
        self.assertRegex(node.id, "^tvmps_[0-9a-f]+_d$")
        self.assertEqual((node.affinity_id, node.is_dedicated, node.vm_size), (
            "TVM:" + node.id, True, "standard_d2s_v3"))
        self.assertEqual(node.url, f"{self.batch.config.batch_url}/pools/p/nodes/{node.id}")
        self.assertEqual(node.as_dict()["id"], self.node)
        self.assertEqual([node.id for node in self.batch.compute_node.list("p", models.ComputeNodeListOptions(
            filter="state eq 'idle'", select="id"))], [self.node])
        self.refused("NodeNotFound", 404, self.batch.compute_node.get, "p", "tvmps_0_d")
        self.refused("PoolNotFound", 404, self.batch.compute_node.list, "none")

    def test_counts_of_the_tasks_it_ran(self):
        self.wait_for_pool("p")
        before = self.batch.compute_node.get("p", self.node)
        self.add_job("counted", "p")
        self.add_task("counted", "good")
        self.add_task("counted", "bad", "/bin/false")
        self.wait_for_task("counted", "good")
        self.wait_for_task("counted", "bad")
        after = until(lambda: (node := self.batch.compute_node.get("p", self.node)).state == "idle" and node,
                      "the node idle")
        self.assertEqual(after.total_tasks_run - before.total_tasks_run, 2)
        self.assertEqual(after.total_tasks_succeeded - before.total_tasks_succeeded, 1)

    def test_scheduling(self):
        self.wait_for_pool("p")
        self.batch.compute_node.disable_scheduling(
            "p", self.node, models.DisableComputeNodeSchedulingOption.task_completion)
        until(lambda: self.batch.compute_node.get("p", self.node).state == models.ComputeNodeState.offline,
              "the node offline")
        self.refused("NodeAlreadyInTargetSchedulingState", 409, self.batch.compute_node.disable_scheduling,
                     "p", self.node)
        self.batch.compute_node.enable_scheduling("p", self.node)
        self.wait_for_pool("p")
        self.refused("NodeAlreadyInTargetSchedulingState", 409, self.batch.compute_node.enable_scheduling,
                     "p", self.node)

    def test_reboot(self):
        self.wait_for_pool("p")
        before = self.batch.compute_node.get("p", self.node).last_boot_time
        answer = self.batch.compute_node.reboot("p", self.node, models.ComputeNodeRebootOption.requeue, raw=True)
        self.assertEqual(answer.response.status_code, 202)
        self.wait_for_pool("p")
        self.assertGreater(self.batch.compute_node.get("p", self.node).last_boot_time, before)
        self.refused("NodeNotFound", 404, self.batch.compute_node.reboot, "p", "tvmps_0_d")
