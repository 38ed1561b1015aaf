# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import IMAGE, AzTest


class Pools(AzTest):
    def test_create_list_and_show(self):
        self.assertIsNone(self.batch(
            ["Pool_Add"], "pool", "create", "--id", "p1", *IMAGE, "--target-dedicated-nodes", "1",
            "--start-task-command-line", "/bin/true", "--start-task-wait-for-success", "--metadata", "a=b"))
        pools = self.batch(["Pool_List"], "pool", "list")
        pool = next(pool for pool in pools if pool["id"] == "p1")
        self.assertEqual(pool["vmSize"], "standard_d2s_v3")
        self.assertEqual(pool["targetDedicatedNodes"], 1)
        self.assertEqual(pool["metadata"], [{"name": "a", "value": "b"}])
        self.assertEqual(pool["startTask"]["commandLine"], "/bin/true")
        self.assertEqual(pool["taskSchedulingPolicy"], {"nodeFillType": "spread"})
        self.assertEqual(pool["virtualMachineConfiguration"]["imageReference"]["version"], "latest")
        chosen = self.batch(["Pool_List"], "pool", "list", "--filter", "state eq 'active'", "--select", "id",
                            "--expand", "stats")
        self.assertIn("p1", [pool["id"] for pool in chosen])
        self.assertEqual({pool["vmSize"] for pool in chosen}, {None})
        self.assertEqual(self.batch(["Pool_List"], "pool", "list", "--filter", "state eq 'deleting'"), [])
        shown = self.batch(["Pool_Get"], "pool", "show", "--pool-id", "p1", "--select", "id,state")
        self.assertEqual((shown["id"], shown["state"], shown["vmSize"]), ("p1", "active", None))
        said = self.refused("The specified pool already exists.", ["Pool_Add 409 PoolExists"],
                            "pool", "create", "--id", "p1", *IMAGE)
        self.assertNotIn(self.service.variables["AZURE_BATCH_ACCESS_KEY"], said)

    def test_create_from_a_file(self):
        file = self.json_file("pool.json", {
            "id": "filed", "vmSize": "Standard_D4s_v3", "taskSlotsPerNode": 2,
            "virtualMachineConfiguration": {
                "imageReference": {"publisher": "almalinux", "offer": "almalinux-x86_64", "sku": "9-gen2"},
                "nodeAgentSKUId": "batch.node.el 9"},
            "taskSchedulingPolicy": {"nodeFillType": "Pack"}})
        self.assertIsNone(self.batch(["Pool_Add"], "pool", "create", "--json-file", file))
        pool = self.raw.get("/pools/filed")
        self.assertEqual(pool["taskSlotsPerNode"], 2)
        self.assertEqual(pool["taskSchedulingPolicy"]["nodeFillType"].lower(), "pack")

    def test_resize_and_abort(self):
        self.add_pool("sized")
        self.assertIsNone(self.batch(["Pool_Resize"], "pool", "resize", "--pool-id", "sized",
                                     "--target-dedicated-nodes", "1"))
        self.wait_for_pool("sized")
        self.assertEqual(self.raw.get("/pools/sized")["currentDedicatedNodes"], 1)
        self.raw.ask("POST", "/pools/sized/resize", {"targetDedicatedNodes": 0})
        self.wait_for_pool("sized")
        # All nodes that this computer lends are with one pool: another waits for them.
        self.add_pool("full", self.nodes)
        self.add_pool("stopped")
        self.assertEqual(self.raw.ask("POST", "/pools/stopped/resize", {"targetDedicatedNodes": 1}).status, 202)
        self.assertIsNone(self.batch(["Pool_StopResize"], "pool", "resize", "--pool-id", "stopped", "--abort"))
        self.wait_for_pool("stopped")
        self.assertEqual([error["code"] for error in self.raw.get("/pools/stopped")["resizeErrors"]],
                         ["ResizeStopped"])
        self.raw.ask("DELETE", "/pools/full")
        self.wait_until_gone("/pools/full")
        self.refused("resizeTimeout", ["Pool_Resize 400 InvalidPropertyValue"], "pool", "resize", "--pool-id",
                     "sized", "--target-dedicated-nodes", "1", "--resize-timeout", "PT1M")

    def test_set_and_reset(self):
        self.add_pool("changed", metadata=[{"name": "a", "value": "b"}], startTask={"commandLine": "/bin/true"})
        self.batch(["Pool_Patch"], "pool", "set", "--pool-id", "changed", "--metadata", "c=d")
        pool = self.raw.get("/pools/changed")
        self.assertEqual(pool["metadata"], [{"name": "c", "value": "d"}])
        self.assertIn("startTask", pool)
        printed = self.batch(["Pool_UpdateProperties", "Pool_Get"], "pool", "reset", "--pool-id", "changed",
                             "--metadata", "e=f")
        self.assertEqual(printed["metadata"], [{"name": "e", "value": "f"}])
        self.assertIsNone(printed["startTask"])
        self.refused("condition", ["Pool_Patch 412 ConditionNotMet"], "pool", "set", "--pool-id", "changed",
                     "--metadata", "g=h", "--if-match", "0x1")

    def test_delete(self):
        self.add_pool("leaving")
        self.assertIsNone(self.batch(["Pool_Delete"], "pool", "delete", "--pool-id", "leaving", "--yes"))
        self.wait_until_gone("/pools/leaving")
        self.refused("The specified pool does not exist.", ["Pool_Delete 404 PoolNotFound"],
                     "pool", "delete", "--pool-id", "leaving", "--yes")
        self.refused("The specified pool does not exist.", ["Pool_Get 404 PoolNotFound"],
                     "pool", "show", "--pool-id", "leaving")

    def test_a_filter_that_is_none(self):
        self.refused("query parameter", ["Pool_List 400 InvalidQueryParameterValue"],
                     "pool", "list", "--filter", "colour eq 'red'")

    def test_images_counts_and_usage(self):
        self.add_pool("counted")
        images = self.batch(["Account_ListSupportedImages"], "pool", "supported-images", "list")
        self.assertIn("batch.node.ubuntu 24.04", [image["nodeAgentSkuId"] for image in images])
        self.assertEqual({image["osType"] for image in images}, {"linux"})
        counts = self.batch(["Account_ListPoolNodeCounts"], "pool", "node-counts", "list",
                            "--filter", "poolId eq 'counted'")
        self.assertEqual([count["poolId"] for count in counts], ["counted"])
        self.assertEqual(counts[0]["dedicated"]["total"], 0)
        self.assertEqual(self.batch(["Pool_ListUsageMetrics"], "pool", "usage-metrics", "list"), [])
