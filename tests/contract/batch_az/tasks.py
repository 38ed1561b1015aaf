# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class Tasks(AzTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.add("/jobs", id="j", poolInfo={"poolId": "p"})
        # No node for these: what waits there stays as it is.
        cls.add_pool("empty")
        cls.add("/jobs", id="waiting", poolInfo={"poolId": "empty"})

    def test_create_one_and_show_it(self):
        printed = self.batch(
            ["Task_Add", "Task_Get"], "task", "create", "--job-id", "j", "--task-id", "t1", "--command-line",
            "/bin/sh -c 'echo hi $NAME'", "--environment-settings", "NAME=you", "--max-wall-clock-time", "PT5M")
        self.assertEqual((printed["id"], printed["commandLine"]), ("t1", "/bin/sh -c 'echo hi $NAME'"))
        self.assertEqual(printed["environmentSettings"], [{"name": "NAME", "value": "you"}])
        self.assertEqual(printed["constraints"]["maxWallClockTime"], "0:05:00")
        self.wait_for_task("j", "t1")
        shown = self.batch(["Task_Get"], "task", "show", "--job-id", "j", "--task-id", "t1")
        self.assertEqual((shown["state"], shown["executionInfo"]["exitCode"]), ("completed", 0))
        self.assertEqual(shown["executionInfo"]["result"], "success")
        self.assertEqual(self.raw.ask("GET", "/jobs/j/tasks/t1/files/stdout.txt").body, b"hi you\n")
        self.refused("The specified task already exists.", ["Task_Add 409 TaskExists"],
                     "task", "create", "--job-id", "j", "--task-id", "t1", "--command-line", "/bin/true")
        self.refused("The specified task does not exist.", ["Task_Get 404 TaskNotFound"],
                     "task", "show", "--job-id", "j", "--task-id", "none")
        self.refused("The specified job does not exist.", ["Task_List 404 JobNotFound"],
                     "task", "list", "--job-id", "none")

    def test_create_from_files(self):
        count = 105
        self.add("/jobs", id="many", poolInfo={"poolId": "empty"})
        tasks = [{"id": f"m{number}", "commandLine": "/bin/true"} for number in range(count)]
        printed = self.batch(["Task_AddCollection"] * 2, "task", "create", "--job-id", "many",
                             "--json-file", self.json_file("tasks.json", tasks))
        self.assertEqual({task["taskId"] for task in printed}, {task["id"] for task in tasks})
        self.assertEqual({task["status"].lower() for task in printed}, {"success"})
        listed = self.batch(["Task_List"], "task", "list", "--job-id", "many")
        self.assertEqual(len(listed), count)
        chosen = self.batch(["Task_List"], "task", "list", "--job-id", "many", "--filter",
                            "startswith(id,'m10')", "--select", "id,state")
        self.assertEqual(sorted(task["id"] for task in chosen), ["m10", "m100", "m101", "m102", "m103", "m104"])
        printed = self.batch(["Task_Add", "Task_Get"], "task", "create", "--job-id", "many", "--json-file",
                             self.json_file("task.json", {"id": "single", "commandLine": "/bin/true"}))
        self.assertEqual(printed["id"], "single")
        # What wraps the list as the service does fails in the client.
        self.refused("", [], "task", "create", "--job-id", "many",
                     "--json-file", self.json_file("wrapped.json", {"value": tasks}))

    def test_reset_stop_reactivate_and_delete(self):
        self.add("/jobs/waiting/tasks", id="t", commandLine="/bin/true")
        of = ("--job-id", "waiting", "--task-id", "t")
        self.assertIsNone(self.batch(["Task_Update"], "task", "reset", *of, "--max-task-retry-count", "3"))
        self.assertEqual(self.raw.get("/jobs/waiting/tasks/t")["constraints"]["maxTaskRetryCount"], 3)
        self.assertIsNone(self.batch(["Task_Terminate"], "task", "stop", *of))
        self.wait_for_task("waiting", "t")
        self.refused("The specified task is already in a completed state.", ["Task_Terminate 409 TaskCompleted"],
                     "task", "stop", *of)
        self.assertIsNone(self.batch(["Task_Reactivate"], "task", "reactivate", *of))
        self.assertEqual(self.raw.get("/jobs/waiting/tasks/t")["state"], "active")
        self.refused("not in a completed state", ["Task_Reactivate 409 TaskNotCompleted"],
                     "task", "reactivate", *of)
        self.assertIsNone(self.batch(["Task_Delete"], "task", "delete", *of, "--yes"))
        self.wait_until_gone("/jobs/waiting/tasks/t")

    def test_subtasks(self):
        self.add("/jobs/waiting/tasks", id="whole", commandLine="/bin/true")
        printed = self.batch(["Task_ListSubtasks"], "task", "subtask", "list", "--job-id", "waiting",
                             "--task-id", "whole")
        self.assertEqual(printed["value"], [])
