# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class Jobs(AzTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p")

    def test_create_list_and_show(self):
        self.assertIsNone(self.batch(["Job_Add"], "job", "create", "--id", "j1", "--pool-id", "p",
                                     "--metadata", "a=b", "--priority", "7"))
        job = self.batch(["Job_Get"], "job", "show", "--job-id", "j1")
        self.assertEqual((job["id"], job["state"], job["priority"]), ("j1", "active", 7))
        self.assertEqual(job["poolInfo"]["poolId"], "p")
        self.assertEqual(job["metadata"], [{"name": "a", "value": "b"}])
        self.assertEqual(job["onAllTasksComplete"], "noaction")
        jobs = self.batch(["Job_List"], "job", "list")
        self.assertIn("j1", [job["id"] for job in jobs])
        self.assertEqual([job["id"] for job in self.batch(
            ["Job_List"], "job", "list", "--filter", "id eq 'j1'", "--select", "id")], ["j1"])
        self.refused("The specified job already exists.", ["Job_Add 409 JobExists"],
                     "job", "create", "--id", "j1", "--pool-id", "p")
        self.refused("query parameter", ["Job_List 400 InvalidQueryParameterValue"],
                     "job", "list", "--filter", "priority eq 7")

    def test_set_and_reset(self):
        self.add("/jobs", id="changed", poolInfo={"poolId": "p"}, priority=3)
        self.assertIsNone(self.batch(["Job_Patch"], "job", "set", "--job-id", "changed",
                                     "--job-max-task-retry-count", "2"))
        job = self.raw.get("/jobs/changed")
        self.assertEqual((job["constraints"]["maxTaskRetryCount"], job["priority"]), (2, 3))
        self.assertIsNone(self.batch(["Job_Update"], "job", "reset", "--job-id", "changed", "--pool-id", "p"))
        job = self.raw.get("/jobs/changed")
        self.assertEqual((job["constraints"]["maxTaskRetryCount"], job["priority"]), (0, 0))
        self.batch(["Job_Patch"], "job", "set", "--job-id", "changed", "--on-all-tasks-complete", "terminatejob")
        self.wait_for_job("changed", "completed")

    def test_disable_never_leaves_the_client(self):
        self.add("/jobs", id="disabled", poolInfo={"poolId": "p"})
        said = self.refused("", [], "job", "disable", "--job-id", "disabled", "--disable-tasks", "requeue")
        self.assertNotIn("The specified", said)

    def test_enable(self):
        self.add("/jobs", id="enabled", poolInfo={"poolId": "p"})
        self.assertEqual(self.raw.ask("POST", "/jobs/enabled/disable", {"disableTasks": "requeue"}).status, 202)
        self.wait_for_job("enabled", "disabled")
        self.assertIsNone(self.batch(["Job_Enable"], "job", "enable", "--job-id", "enabled"))
        self.wait_for_job("enabled", "active")

    def test_stop_and_delete(self):
        self.add("/jobs", id="stopped", poolInfo={"poolId": "p"})
        self.assertIsNone(self.batch(["Job_Terminate"], "job", "stop", "--job-id", "stopped",
                                     "--terminate-reason", "done"))
        self.wait_for_job("stopped", "completed")
        self.assertEqual(self.raw.get("/jobs/stopped")["executionInfo"]["terminateReason"], "done")
        self.refused("The specified job is already in a completed state.", ["Job_Terminate 409 JobCompleted"],
                     "job", "stop", "--job-id", "stopped")
        self.assertIsNone(self.batch(["Job_Delete"], "job", "delete", "--job-id", "stopped", "--yes"))
        self.wait_until_gone("/jobs/stopped")
        self.refused("The specified job does not exist.", ["Job_Get 404 JobNotFound"],
                     "job", "show", "--job-id", "stopped")

    def test_counts_and_preparation_status(self):
        self.add("/jobs", id="prepared", poolInfo={"poolId": "p"},
                 jobPreparationTask={"commandLine": "/bin/true"})
        self.add("/jobs/prepared/tasks", id="t", commandLine="/bin/true")
        counts = self.batch(["Job_GetTaskCounts"], "job", "task-counts", "show", "--job-id", "prepared")
        self.assertEqual(counts["taskCounts"]["active"], 1)
        self.assertEqual(counts["taskSlotCounts"]["active"], 1)
        self.assertEqual(self.batch(["Job_ListPreparationAndReleaseTaskStatus"], "job", "prep-release-status",
                                    "list", "--job-id", "prepared"), [])
        self.add("/jobs", id="bare", poolInfo={"poolId": "p"})
        self.refused("preparation", ["Job_ListPreparationAndReleaseTaskStatus 409 JobPreparationTaskNotSpecified"],
                     "job", "prep-release-status", "list", "--job-id", "bare")
