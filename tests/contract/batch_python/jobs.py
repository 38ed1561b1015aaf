# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import PythonTest
from harness import until


class Jobs(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.add_pool("empty")

    def test_add_get_and_list(self):
        answer = self.batch.job.add(models.JobAddParameter(
            id="whole", display_name="A job", pool_info=models.PoolInformation(pool_id="empty"), priority=100,
            max_parallel_tasks=3, uses_task_dependencies=True, allow_task_preemption=True,
            constraints=models.JobConstraints(max_wall_clock_time="PT3H", max_task_retry_count=4),
            common_environment_settings=[models.EnvironmentSetting(name="A", value="b")],
            job_preparation_task=models.JobPreparationTask(command_line="/bin/true"),
            job_release_task=models.JobReleaseTask(command_line="/bin/true"),
            metadata=[models.MetadataItem(name="a", value="b")]), raw=True)
        self.assertEqual(answer.response.status_code, 201)
        job = self.batch.job.get("whole")
        self.assertEqual((job.id, job.display_name, job.state, job.priority), (
            "whole", "A job", models.JobState.active, 100))
        self.assertEqual(job.e_tag, answer.headers["ETag"])
        self.assertEqual((job.max_parallel_tasks, job.uses_task_dependencies, job.allow_task_preemption),
                         (3, True, True))
        self.assertEqual((job.constraints.max_wall_clock_time.total_seconds(), job.constraints.max_task_retry_count),
                         (3 * 3600, 4))
        self.assertEqual((job.job_preparation_task.id, job.job_preparation_task.wait_for_success,
                          job.job_preparation_task.rerun_on_node_reboot_after_success),
                         ("jobpreparation", True, True))
        self.assertEqual((job.job_release_task.id, job.job_release_task.max_wall_clock_time.total_seconds()),
                         ("jobrelease", 15 * 60))
        self.assertEqual((job.on_all_tasks_complete, job.on_task_failure),
                         (models.OnAllTasksComplete.no_action, models.OnTaskFailure.no_action))
        self.assertEqual((job.execution_info.pool_id, job.execution_info.end_time), ("empty", None))
        self.assertEqual(job.as_dict()["id"], "whole")
        self.assertIn("whole", [each.id for each in self.batch.job.list()])
        self.refused("JobExists", 409, self.batch.job.add, models.JobAddParameter(
            id="whole", pool_info=models.PoolInformation(pool_id="empty")))
        self.refused("JobNotFound", 404, self.batch.job.get, "none")

    def test_patch_and_update(self):
        self.add_job("changed", "empty", priority=5, metadata=[models.MetadataItem(name="a", value="b")])
        self.batch.job.patch("changed", models.JobPatchParameter(
            constraints=models.JobConstraints(max_task_retry_count=2)))
        job = self.batch.job.get("changed")
        self.assertEqual((job.priority, job.constraints.max_task_retry_count), (5, 2))
        self.batch.job.update("changed", models.JobUpdateParameter(
            pool_info=models.PoolInformation(pool_id="empty"), priority=6))
        job = self.batch.job.get("changed")
        self.assertEqual((job.priority, job.constraints.max_task_retry_count), (6, 0))
        self.assertFalse(job.metadata)
        self.batch.job.patch("changed", models.JobPatchParameter(
            on_all_tasks_complete=models.OnAllTasksComplete.terminate_job))
        job = self.wait_for_job("changed", models.JobState.completed)
        self.assertEqual(job.execution_info.terminate_reason, "AllTasksComplete")
        self.refused("JobCompleted", 409, self.batch.job.patch, "changed", models.JobPatchParameter(priority=1))
        self.refused("JobCompleted", 409, self.batch.job.add, models.JobAddParameter(
            id="changed", pool_info=models.PoolInformation(pool_id="empty")))

    def test_disable_and_enable(self):
        self.add_job("paused", "p")
        self.add_task("paused", "t", "/bin/sleep 600")
        self.wait_for_task("paused", "t", models.TaskState.running)
        answer = self.batch.job.disable("paused", models.DisableJobOption.requeue, raw=True)
        self.assertEqual(answer.response.status_code, 202)
        self.wait_for_job("paused", models.JobState.disabled)
        task = self.batch.task.get("paused", "t")
        self.assertEqual((task.state, task.execution_info.requeue_count), (models.TaskState.active, 1))
        self.assertEqual(self.batch.job.enable("paused", raw=True).response.status_code, 202)
        self.wait_for_job("paused", models.JobState.active)
        self.wait_for_task("paused", "t", models.TaskState.running)
        self.batch.job.disable("paused", models.DisableJobOption.terminate)
        self.wait_for_job("paused", models.JobState.disabled)
        task = self.wait_for_task("paused", "t")
        self.assertEqual(task.execution_info.result, models.TaskExecutionResult.failure)
        self.batch.job.delete("paused")

    def test_terminate_and_delete(self):
        self.add_job("ended", "p")
        self.add_task("ended", "t", "/bin/sleep 600")
        self.wait_for_task("ended", "t", models.TaskState.running)
        answer = self.batch.job.terminate("ended", terminate_reason="enough", raw=True)
        self.assertEqual(answer.response.status_code, 202)
        job = self.wait_for_job("ended", models.JobState.completed)
        self.assertEqual(job.execution_info.terminate_reason, "enough")
        task = self.batch.task.get("ended", "t")
        self.assertEqual((task.state, task.execution_info.failure_info.code), (models.TaskState.completed,
                                                                               "TaskEnded"))
        self.refused("JobCompleted", 409, self.batch.job.terminate, "ended")
        self.refused("JobCompleted", 409, self.batch.task.add, "ended", models.TaskAddParameter(
            id="late", command_line="/bin/true"))
        self.assertEqual(self.batch.job.delete("ended", raw=True).response.status_code, 202)
        until(lambda: "ended" not in [job.id for job in self.batch.job.list()], "the job gone")
        self.refused("JobNotFound", 404, self.batch.job.delete, "ended")
        self.refused("JobNotFound", 404, self.batch.job.enable, "ended")
        self.refused("JobNotFound", 404, self.batch.job.disable, "ended", models.DisableJobOption.wait)

    def test_counts(self):
        self.add_job("counted", "p")
        self.add_task("counted", "good")
        self.add_task("counted", "bad", "/bin/false")
        self.wait_for_task("counted", "good")
        self.wait_for_task("counted", "bad")
        counts = self.batch.job.get_task_counts("counted")
        tasks, slots = counts.task_counts, counts.task_slot_counts
        self.assertEqual((tasks.active, tasks.running, tasks.completed, tasks.succeeded, tasks.failed), (0, 0, 2, 1, 1))
        self.assertEqual((slots.completed, slots.succeeded, slots.failed), (2, 1, 1))
        self.refused("JobNotFound", 404, self.batch.job.get_task_counts, "none")

    def test_preparation_and_release(self):
        self.add_job("prepared", "p",
                     job_preparation_task=models.JobPreparationTask(id="prep", command_line="/bin/sh -c 'echo > made'"),
                     job_release_task=models.JobReleaseTask(id="rel", command_line="/bin/true"))
        self.add_task("prepared", "t", "/bin/sh -c 'test -e $AZ_BATCH_JOB_PREP_WORKING_DIR/made'")
        self.assertEqual(self.wait_for_task("prepared", "t").execution_info.exit_code, 0)
        status, = self.batch.job.list_preparation_and_release_task_status("prepared")
        self.assertEqual((status.pool_id, status.node_id), ("p", self.first_node("p")))
        preparation = status.job_preparation_task_execution_info
        self.assertEqual((preparation.state, preparation.exit_code, preparation.result), (
            models.JobPreparationTaskState.completed, 0, models.TaskExecutionResult.success))
        self.refused("TaskIdSameAsJobPreparationTask", 409, self.batch.task.add, "prepared",
                     models.TaskAddParameter(id="prep", command_line="/bin/true"))
        self.batch.job.terminate("prepared")
        self.wait_for_job("prepared", models.JobState.completed)
        status, = self.batch.job.list_preparation_and_release_task_status("prepared")
        self.assertEqual(status.job_release_task_execution_info.exit_code, 0)
        self.add_job("bare", "empty")
        self.refused("JobPreparationTaskNotSpecified", 409,
                     self.batch.job.list_preparation_and_release_task_status, "bare")

    def test_what_a_job_must_have(self):
        message, values = self.refused("InvalidPropertyValue", 400, self.add_job, "bad", "empty",
                                       metadata=[], priority=0, max_parallel_tasks=0)
        self.assertEqual(values["PropertyName"], "maxParallelTasks")
        self.assertTrue(message.startswith("The value provided for one of the properties in the request body"))
