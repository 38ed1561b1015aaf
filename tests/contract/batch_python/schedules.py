# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import PythonTest
from harness import until


class Schedules(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)

    def add(self, name, recurrence="PT1H", **more):
        job = models.JobSpecification(
            pool_info=models.PoolInformation(pool_id="p"), priority=3,
            job_manager_task=models.JobManagerTask(id="jm", command_line="/bin/true"))
        return self.batch.job_schedule.add(models.JobScheduleAddParameter(
            id=name, job_specification=job, schedule=models.Schedule(recurrence_interval=recurrence), **more), raw=True)

    def test_add_get_list_and_exists(self):
        answer = self.add("whole", display_name="A schedule", metadata=[models.MetadataItem(name="a", value="b")])
        self.assertEqual(answer.response.status_code, 201)
        schedule = self.batch.job_schedule.get("whole")
        self.assertEqual((schedule.id, schedule.display_name, schedule.state), (
            "whole", "A schedule", models.JobScheduleState.active))
        self.assertEqual((schedule.schedule.recurrence_interval.total_seconds(), schedule.job_specification.priority),
                         (3600, 3))
        self.assertEqual(schedule.as_dict()["id"], "whole")
        self.assertTrue(self.batch.job_schedule.exists("whole"))
        self.assertFalse(self.batch.job_schedule.exists("none"))
        self.assertIn("whole", [each.id for each in self.batch.job_schedule.list()])
        self.refused("JobScheduleExists", 409, self.add, "whole")
        self.refused("JobScheduleNotFound", 404, self.batch.job_schedule.get, "none")

    def test_its_first_job_is_made_at_once_and_ends_by_its_manager(self):
        self.add("made")
        jobs = until(lambda: list(self.batch.job.list_from_job_schedule("made")), "the first job")
        self.assertEqual([job.id for job in jobs], ["made:job-1"])
        job = self.wait_for_job("made:job-1", models.JobState.completed)
        self.assertEqual((job.execution_info.terminate_reason, job.priority), ("JMComplete", 3))
        information = self.batch.job_schedule.get("made").execution_info
        self.assertEqual(information.recent_job.id, "made:job-1")
        self.assertGreater(information.next_run_time, job.creation_time)

    def test_without_recurrence_there_is_one_job(self):
        self.add("once", recurrence=None)
        until(lambda: self.batch.job_schedule.get("once").state == models.JobScheduleState.completed,
              "the schedule completed")
        self.assertEqual([job.id for job in self.batch.job.list_from_job_schedule("once")], ["once:job-1"])

    def test_patch_and_update(self):
        self.add("changed", metadata=[models.MetadataItem(name="a", value="b")])
        self.batch.job_schedule.patch("changed", models.JobSchedulePatchParameter(
            schedule=models.Schedule(recurrence_interval="PT2H")))
        schedule = self.batch.job_schedule.get("changed")
        self.assertEqual(schedule.schedule.recurrence_interval.total_seconds(), 7200)
        self.assertEqual([(item.name, item.value) for item in schedule.metadata], [("a", "b")])
        self.batch.job_schedule.update("changed", models.JobScheduleUpdateParameter(
            schedule=models.Schedule(recurrence_interval="PT3H"),
            job_specification=models.JobSpecification(pool_info=models.PoolInformation(pool_id="p"))))
        schedule = self.batch.job_schedule.get("changed")
        self.assertEqual(schedule.schedule.recurrence_interval.total_seconds(), 10800)
        self.assertIsNone(schedule.job_specification.job_manager_task)
        self.assertFalse(schedule.metadata)
        self.refused("ConditionNotMet", 412, self.batch.job_schedule.patch, "changed",
                     models.JobSchedulePatchParameter(), models.JobSchedulePatchOptions(if_match="0x1"))

    def test_disable_enable_terminate_and_delete(self):
        self.add("ended")
        self.assertEqual(self.batch.job_schedule.disable("ended", raw=True).response.status_code, 204)
        self.assertEqual(self.batch.job_schedule.get("ended").state, models.JobScheduleState.disabled)
        self.assertEqual(self.batch.job_schedule.enable("ended", raw=True).response.status_code, 204)
        self.assertEqual(self.batch.job_schedule.get("ended").state, models.JobScheduleState.active)
        self.assertEqual(self.batch.job_schedule.terminate("ended", raw=True).response.status_code, 202)
        until(lambda: self.batch.job_schedule.get("ended").state == models.JobScheduleState.completed,
              "the schedule completed")
        self.refused("JobScheduleCompleted", 409, self.batch.job_schedule.disable, "ended")
        self.assertEqual(self.batch.job_schedule.delete("ended", raw=True).response.status_code, 202)
        until(lambda: not self.batch.job_schedule.exists("ended"), "the schedule gone")
        self.refused("JobScheduleNotFound", 404, self.batch.job_schedule.delete, "ended")
