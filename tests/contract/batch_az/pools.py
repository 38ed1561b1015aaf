# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class Pools(AzTest):
    def test_create_list_show_and_delete(self):
        printed, asked = self.az.asked(
            "batch", "pool", "create", "--id", "p1", "--vm-size", "Standard_D2s_v3",
            "--image", "canonical:0001-com-ubuntu-server-jammy:22_04-lts",
            "--node-agent-sku-id", "batch.node.ubuntu 22.04", "--target-dedicated-nodes", "1",
            "--start-task-command-line", "/bin/true", "--start-task-wait-for-success", "--metadata", "a=b")
        self.assertIsNone(printed)
        self.assertEqual(asked, ["Pool_Add"])
        printed, asked = self.az.asked("batch", "pool", "list")
        self.assertEqual([pool["id"] for pool in printed], ["p1"])
        self.assertEqual(asked, ["Pool_List"])
        said, asked = self.az.bad("batch", "pool", "show", "--pool-id", "nowhere")
        self.assertIn("The specified pool does not exist.", said)
        self.assertEqual(asked, ["Pool_Get 404 PoolNotFound"])
