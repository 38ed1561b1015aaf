# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import IMAGE, PythonTest
from harness import until


class Pools(PythonTest):
    def test_add_get_list_exists_and_delete(self):
        answer = self.batch.pool.add(models.PoolAddParameter(
            id="whole", display_name="A pool", vm_size="STANDARD_D2S_V3", virtual_machine_configuration=IMAGE,
            resize_timeout="PT20M", task_slots_per_node=2,
            task_scheduling_policy=models.TaskSchedulingPolicy(node_fill_type=models.ComputeNodeFillType.pack),
            start_task=models.StartTask(
                command_line="/bin/true", max_task_retry_count=2, wait_for_success=True,
                environment_settings=[models.EnvironmentSetting(name="A", value="b")],
                user_identity=models.UserIdentity(auto_user=models.AutoUserSpecification(
                    scope=models.AutoUserScope.task))),
            user_accounts=[models.UserAccount(name="bob", password="hidden from all", elevation_level="nonAdmin")],
            metadata=[models.MetadataItem(name="z", value="1"), models.MetadataItem(name="a", value="2")]), raw=True)
        self.assertEqual(answer.response.status_code, 201)
        self.assertEqual(answer.headers["DataServiceId"], self.batch.config.batch_url + "/pools/whole")
        pool = self.batch.pool.get("whole")
        self.assertEqual((pool.id, pool.display_name, pool.state), ("whole", "A pool", models.PoolState.active))
        self.assertEqual(pool.e_tag, answer.headers["ETag"])
        self.assertEqual(pool.url, self.batch.config.batch_url + "/pools/whole")
        self.assertEqual(pool.vm_size, "standard_d2s_v3")
        self.assertEqual(pool.resize_timeout.total_seconds(), 20 * 60)
        self.assertEqual((pool.task_slots_per_node, pool.task_scheduling_policy.node_fill_type.lower()), (2, "pack"))
        self.assertEqual((pool.enable_auto_scale, pool.enable_inter_node_communication), (False, False))
        self.assertEqual([(item.name, item.value) for item in pool.metadata], [("z", "1"), ("a", "2")])
        self.assertEqual((pool.start_task.max_task_retry_count, pool.start_task.wait_for_success), (2, True))
        self.assertEqual(pool.start_task.user_identity.auto_user.scope, models.AutoUserScope.task)
        self.assertEqual([(user.name, user.password) for user in pool.user_accounts], [("bob", None)])
        self.assertEqual(pool.virtual_machine_configuration.image_reference.version, "latest")
        self.assertLess(abs((pool.creation_time - pool.last_modified).total_seconds()), 1)
        # All that came in is known to the SDK: to write it out again shows that its enums fit.
        self.assertEqual(pool.as_dict()["id"], "whole")
        self.assertTrue(self.batch.pool.exists("whole"))
        self.assertTrue(self.batch.pool.exists("WHOLE"))
        self.assertFalse(self.batch.pool.exists("none"))
        self.assertIn("whole", [each.id for each in self.batch.pool.list()])
        self.refused("PoolExists", 409, self.batch.pool.add, models.PoolAddParameter(
            id="whole", vm_size="STANDARD_D2S_V3", virtual_machine_configuration=IMAGE))
        self.wait_for_pool("whole")
        self.assertEqual(self.batch.pool.delete("whole", raw=True).response.status_code, 202)
        until(lambda: not self.batch.pool.exists("whole"), "the pool gone")
        self.refused("PoolNotFound", 404, self.batch.pool.get, "whole")
        self.refused("PoolNotFound", 404, self.batch.pool.delete, "whole")

    def test_patch_changes_what_is_given_and_replacing_the_rest_too(self):
        self.add_pool("changed", metadata=[models.MetadataItem(name="a", value="b")],
                      start_task=models.StartTask(command_line="/bin/true"))
        before = self.batch.pool.get("changed").e_tag
        self.batch.pool.patch("changed", models.PoolPatchParameter(
            metadata=[models.MetadataItem(name="c", value="d")]))
        pool = self.batch.pool.get("changed")
        self.assertNotEqual(pool.e_tag, before)
        self.assertEqual([(item.name, item.value) for item in pool.metadata], [("c", "d")])
        self.assertEqual(pool.start_task.command_line, "/bin/true")
        answer = self.batch.pool.update_properties("changed", models.PoolUpdatePropertiesParameter(
            certificate_references=[], application_package_references=[],
            metadata=[models.MetadataItem(name="e", value="f")]), raw=True)
        self.assertEqual(answer.response.status_code, 204)
        pool = self.batch.pool.get("changed")
        self.assertEqual([(item.name, item.value) for item in pool.metadata], [("e", "f")])
        self.assertIsNone(pool.start_task)
        self.refused("PoolNotFound", 404, self.batch.pool.patch, "none", models.PoolPatchParameter())

    def test_resize_stop_and_removal_of_nodes(self):
        self.add_pool("sized")
        answer = self.batch.pool.resize("sized", models.PoolResizeParameter(target_dedicated_nodes=1), raw=True)
        self.assertEqual(answer.response.status_code, 202)
        self.wait_for_pool("sized")
        self.assertEqual(self.batch.pool.get("sized").current_dedicated_nodes, 1)
        node = self.first_node("sized")
        self.batch.pool.remove_nodes("sized", models.NodeRemoveParameter(node_list=[node]))
        self.wait_for_pool("sized")
        pool = self.batch.pool.get("sized")
        self.assertEqual((pool.current_dedicated_nodes, pool.target_dedicated_nodes), (0, 0))
        _, values = self.refused("InvalidPropertyValue", 400, self.batch.pool.resize, "sized",
                                 models.PoolResizeParameter(target_dedicated_nodes=1, resize_timeout="PT1M"))
        self.assertEqual(values["PropertyName"], "resizeTimeout")
        self.refused("PoolNotFound", 404, self.batch.pool.resize, "none",
                     models.PoolResizeParameter(target_dedicated_nodes=1))
        self.refused("PoolNotFound", 404, self.batch.pool.stop_resize, "none")
        self.refused("PoolNotFound", 404, self.batch.pool.remove_nodes, "none",
                     models.NodeRemoveParameter(node_list=[node]))

    def test_a_resize_is_stopped(self):
        # All nodes that this computer lends are with one pool: another waits for them.
        self.add_pool("full", self.nodes)
        self.add_pool("stopped")
        self.batch.pool.resize("stopped", models.PoolResizeParameter(target_dedicated_nodes=1))
        self.refused("PoolBeingResized", 409, self.batch.pool.resize, "stopped",
                     models.PoolResizeParameter(target_dedicated_nodes=2))
        self.assertEqual(self.batch.pool.stop_resize("stopped", raw=True).response.status_code, 202)
        self.wait_for_pool("stopped")
        pool = self.batch.pool.get("stopped")
        self.assertEqual([error.code for error in pool.resize_errors], ["ResizeStopped"])
        self.assertEqual(pool.current_dedicated_nodes, 0)
        self.refused("OperationInvalidForCurrentState", 409, self.batch.pool.stop_resize, "stopped")
        self.batch.pool.delete("full")
        until(lambda: not self.batch.pool.exists("full"), "the full pool gone")
