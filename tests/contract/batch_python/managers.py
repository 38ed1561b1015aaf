# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import IMAGE, PythonTest
from harness import until


class Managers(PythonTest):
    """Jobs that look after themselves: with a manager, or with a pool of their own."""

    def test_a_manager_makes_the_tasks(self):
        self.add_pool("p", 1)
        self.add_job("managed", "p", job_manager_task=models.JobManagerTask(
            id="manager", command_line="/bin/true", kill_job_on_completion=True))
        job = self.wait_for_job("managed", models.JobState.completed)
        self.assertEqual(job.execution_info.terminate_reason, "JMComplete")
        self.assertEqual([task.id for task in self.batch.task.list("managed")], ["manager"])

    def test_a_pool_of_its_own(self):
        self.batch.job.add(models.JobAddParameter(id="alone", pool_info=models.PoolInformation(
            auto_pool_specification=models.AutoPoolSpecification(
                auto_pool_id_prefix="mine", pool_lifetime_option=models.PoolLifetimeOption.job, keep_alive=False,
                pool=models.PoolSpecification(vm_size="STANDARD_D2S_V3", virtual_machine_configuration=IMAGE,
                                              target_dedicated_nodes=1)))))
        self.add_task("alone", "t")
        self.wait_for_task("alone", "t")
        pool = self.batch.job.get("alone").execution_info.pool_id
        self.assertRegex(pool, "^mine_[0-9A-F-]{36}$")
        self.assertTrue(self.batch.pool.exists(pool))
        self.batch.job.terminate("alone")
        self.wait_for_job("alone", models.JobState.completed)
        until(lambda: not self.batch.pool.exists(pool), "the pool gone with its job")
