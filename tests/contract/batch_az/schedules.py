# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest
from harness import until


class Schedules(AzTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)

    def create(self, name):
        return self.batch(["JobSchedule_Add"], "job-schedule", "create", "--id", name, "--pool-id", "p",
                          "--recurrence-interval", "PT5M", "--job-manager-task-id", "jm",
                          "--job-manager-task-command-line", "/bin/true", "--metadata", "a=b")

    def test_create_list_and_show(self):
        self.assertIsNone(self.create("s1"))
        shown = self.batch(["JobSchedule_Get"], "job-schedule", "show", "--job-schedule-id", "s1")
        self.assertEqual((shown["id"], shown["state"], shown["schedule"]["recurrenceInterval"]),
                         ("s1", "active", "0:05:00"))
        self.assertEqual(shown["jobSpecification"]["jobManagerTask"]["id"], "jm")
        self.assertEqual(shown["metadata"], [{"name": "a", "value": "b"}])
        listed = self.batch(["JobSchedule_List"], "job-schedule", "list", "--filter", "id eq 's1'")
        self.assertEqual([schedule["id"] for schedule in listed], ["s1"])
        until(lambda: self.raw.get("/jobschedules/s1/jobs")["value"], "the first job of the schedule")
        jobs = self.batch(["Job_ListFromJobSchedule"], "job", "list", "--job-schedule-id", "s1")
        self.assertEqual([job["id"] for job in jobs], ["s1:job-1"])
        self.wait_for_job("s1:job-1", "completed")
        self.refused("The specified job schedule already exists.", ["JobSchedule_Add 409 JobScheduleExists"],
                     "job-schedule", "create", "--id", "s1", "--pool-id", "p", "--recurrence-interval", "PT5M")
        self.refused("The specified job schedule does not exist.", ["JobSchedule_Get 404 JobScheduleNotFound"],
                     "job-schedule", "show", "--job-schedule-id", "none")

    def test_set_and_reset(self):
        self.create("changed")
        of = ("--job-schedule-id", "changed")
        self.assertIsNone(self.batch(["JobSchedule_Patch"], "job-schedule", "set", *of, "--metadata", "c=d"))
        schedule = self.raw.get("/jobschedules/changed")
        self.assertEqual(schedule["metadata"], [{"name": "c", "value": "d"}])
        self.assertEqual(schedule["schedule"]["recurrenceInterval"], "PT5M")
        self.assertIsNone(self.batch(["JobSchedule_Update"], "job-schedule", "reset", *of, "--pool-id", "p",
                                     "--recurrence-interval", "PT10M", "--priority", "2"))
        schedule = self.raw.get("/jobschedules/changed")
        self.assertEqual(schedule["schedule"]["recurrenceInterval"], "PT10M")
        self.assertEqual(schedule["jobSpecification"]["priority"], 2)
        self.assertFalse(schedule.get("metadata"))

    def test_disable_enable_stop_and_delete(self):
        self.create("ended")
        of = ("--job-schedule-id", "ended")
        self.assertIsNone(self.batch(["JobSchedule_Disable"], "job-schedule", "disable", *of))
        self.assertEqual(self.raw.get("/jobschedules/ended")["state"], "disabled")
        self.assertIsNone(self.batch(["JobSchedule_Enable"], "job-schedule", "enable", *of))
        self.assertEqual(self.raw.get("/jobschedules/ended")["state"], "active")
        self.assertIsNone(self.batch(["JobSchedule_Terminate"], "job-schedule", "stop", *of))
        until(lambda: self.raw.get("/jobschedules/ended")["state"] == "completed", "the schedule completed")
        self.assertIsNone(self.batch(["JobSchedule_Delete"], "job-schedule", "delete", *of, "--yes"))
        self.wait_until_gone("/jobschedules/ended")
