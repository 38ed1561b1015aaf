# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import custom, models

from batch_python import PythonTest


class Tasks(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.add_pool("empty")
        cls.add_job("run", "p")
        cls.add_job("waiting", "empty")

    def test_add_get_and_list(self):
        answer = self.batch.task.add("run", models.TaskAddParameter(
            id="whole", display_name="A task", command_line="/bin/sh -c 'echo $A; exit 3'",
            environment_settings=[models.EnvironmentSetting(name="A", value="b")],
            constraints=models.TaskConstraints(max_wall_clock_time="PT1H", max_task_retry_count=1,
                                               retention_time="P1D")), raw=True)
        self.assertEqual(answer.response.status_code, 201)
        self.assertEqual(answer.response.headers["Location"], self.batch.config.batch_url + "/jobs/run/tasks/whole")
        task = self.wait_for_task("run", "whole")
        self.assertEqual((task.id, task.display_name, task.previous_state), (
            "whole", "A task", models.TaskState.running))
        information = task.execution_info
        self.assertEqual((information.exit_code, information.retry_count, information.result), (
            3, 1, models.TaskExecutionResult.failure))
        self.assertEqual((information.failure_info.category, information.failure_info.code), (
            models.ErrorCategory.user_error, "FailureExitCode"))
        self.assertEqual(task.node_info.node_id, self.first_node("p"))
        self.assertEqual(task.node_info.task_root_directory, "workitems/run/job-1/whole")
        self.assertEqual(task.user_identity.auto_user.scope, models.AutoUserScope.pool)
        self.assertEqual((task.required_slots, task.constraints.retention_time.days), (1, 1))
        self.assertEqual(task.as_dict()["id"], "whole")
        self.assertIn("whole", [each.id for each in self.batch.task.list("run")])
        self.refused("TaskExists", 409, self.add_task, "run", "whole")
        self.refused("TaskNotFound", 404, self.batch.task.get, "run", "none")
        self.refused("JobNotFound", 404, self.batch.task.list, "none")
        self.refused("JobNotFound", 404, self.add_task, "none", "t")

    def test_a_program_that_is_not_there(self):
        self.add_task("run", "nowhere", "no-such-program")
        information = self.wait_for_task("run", "nowhere").execution_info
        self.assertEqual((information.exit_code, information.failure_info.code), (None, "CommandProgramNotFound"))

    def test_a_thousand_at_once(self):
        self.add_job("many", "empty")
        tasks = [models.TaskAddParameter(id=f"t{number:04}", command_line="/bin/true") for number in range(1000)]
        before = self.service.log_length()
        added = self.batch.task.add_collection("many", tasks, threads=2)
        self.assertEqual({result.task_id for result in added.value}, {task.id for task in tasks})
        self.assertEqual({result.status for result in added.value}, {models.TaskAddStatus.success})
        self.assertEqual([line["operation"] for line in self.service.log(before)], ["Task_AddCollection"] * 10)
        listed = list(self.batch.task.list("many", models.TaskListOptions(max_results=400)))
        self.assertEqual([task.id for task in listed], sorted(task.id for task in tasks))
        self.assertEqual([line["operation"] for line in self.service.log(before)][10:], ["Task_List"] * 3)
        # What is there already counts as added, as a request that is sent twice needs it.
        again = self.batch.task.add_collection("many", tasks[:2])
        self.assertEqual({result.error.code for result in again.value}, {"TaskExists"})
        with self.assertRaises(custom.custom_errors.CreateTasksErrorException) as caught:
            self.batch.task.add_collection("many", [models.TaskAddParameter(id="no good", command_line="/bin/true"),
                                                    models.TaskAddParameter(id="good", command_line="/bin/true")])
        failed, = caught.exception.failure_tasks
        self.assertEqual((failed.task_id, failed.error.code), ("no good", "InvalidPropertyValue"))
        self.assertEqual(self.batch.task.get("many", "good").state, models.TaskState.active)
        self.batch.job.delete("many")

    def test_a_chunk_that_is_too_large_is_halved(self):
        self.add_job("large", "empty")
        tasks = [models.TaskAddParameter(id=f"t{number}", command_line="/bin/true", environment_settings=[
            models.EnvironmentSetting(name="A", value="x" * 20000)]) for number in range(100)]
        before = self.service.log_length()
        added = self.batch.task.add_collection("large", tasks)
        self.assertEqual(len(added.value), 100)
        self.assertEqual([(line["status"], line["code"]) for line in self.service.log(before)][0],
                         (413, "RequestBodyTooLarge"))
        self.batch.job.delete("large")

    def test_update_terminate_reactivate_and_delete(self):
        self.add_task("waiting", "t")
        self.batch.task.update("waiting", "t", constraints=models.TaskConstraints(max_task_retry_count=3))
        self.assertEqual(self.batch.task.get("waiting", "t").constraints.max_task_retry_count, 3)
        self.assertEqual(self.batch.task.terminate("waiting", "t", raw=True).response.status_code, 204)
        task = self.wait_for_task("waiting", "t")
        self.assertIsNone(task.node_info)
        self.refused("TaskCompleted", 409, self.batch.task.terminate, "waiting", "t")
        self.assertEqual(self.batch.task.reactivate("waiting", "t", raw=True).response.status_code, 204)
        self.assertEqual(self.batch.task.get("waiting", "t").state, models.TaskState.active)
        self.refused("TaskNotCompleted", 409, self.batch.task.reactivate, "waiting", "t")
        self.assertEqual(self.batch.task.delete("waiting", "t", raw=True).response.status_code, 200)
        self.refused("TaskNotFound", 404, self.batch.task.delete, "waiting", "t")
        self.add_task("run", "good")
        self.wait_for_task("run", "good")
        self.refused("TaskSucceeded", 409, self.batch.task.reactivate, "run", "good")

    def test_dependencies(self):
        self.add_job("chain", "p", uses_task_dependencies=True)
        self.add_task("chain", "3", depends_on=models.TaskDependencies(
            task_ids=["a"], task_id_ranges=[models.TaskIdRange(start=1, end=2)]))
        for name in ("1", "2"):
            self.add_task("chain", name)
            self.wait_for_task("chain", name)
        self.assertEqual(self.batch.task.get("chain", "3").state, models.TaskState.active)
        self.add_task("chain", "a")
        self.wait_for_task("chain", "3")
        self.refused("TaskDependenciesNotSpecifiedOnJob", 400, self.add_task, "run", "dependent",
                     depends_on=models.TaskDependencies(task_ids=["a"]))

    def test_exit_conditions(self):
        self.add_job("watched", "p", uses_task_dependencies=True,
                     on_task_failure=models.OnTaskFailure.perform_exit_options_job_action)
        self.add_task("watched", "ends", "/bin/sh -c 'exit 9'", exit_conditions=models.ExitConditions(
            exit_codes=[models.ExitCodeMapping(code=9, exit_options=models.ExitOptions(
                job_action=models.JobAction.terminate))]))
        job = self.wait_for_job("watched", models.JobState.completed)
        self.assertEqual(job.execution_info.terminate_reason, "TaskFailed")

    def test_subtasks_of_a_task_that_has_none(self):
        self.add_task("waiting", "alone")
        self.assertEqual(self.batch.task.list_subtasks("waiting", "alone").value, [])
        self.refused("TaskNotFound", 404, self.batch.task.list_subtasks, "waiting", "none")

    def test_a_limit_of_time(self):
        self.add_task("run", "slow", "/bin/sleep 600", constraints=models.TaskConstraints(max_wall_clock_time="PT1S"))
        task = self.wait_for_task("run", "slow")
        self.assertEqual(task.execution_info.result, models.TaskExecutionResult.failure)
