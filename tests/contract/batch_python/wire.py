# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What holds for all objects: conditions, pages, filters, choices, errors and what is signed."""
import base64
import datetime

from azure.batch import models

from batch_python import PythonTest, client_of
from harness.rawclient import RawBatch


class Wire(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p")

    def status_of(self, call, *arguments):
        """304, where the SDK gets no body that it could read."""
        with self.assertRaises(models.BatchErrorException) as caught:
            call(*arguments)
        return caught.exception.response.status_code

    def test_conditions_of_reading(self):
        get, tag = self.batch.pool.get, self.batch.pool.get("p").e_tag
        self.assertEqual(get("p", models.PoolGetOptions(if_match=tag)).id, "p")
        self.assertEqual(self.status_of(get, "p", models.PoolGetOptions(if_none_match=tag)), 304)
        self.assertEqual(get("p", models.PoolGetOptions(if_none_match="0x1")).id, "p")
        later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
        earlier = later - datetime.timedelta(hours=2)
        self.assertEqual(get("p", models.PoolGetOptions(if_modified_since=earlier)).id, "p")
        self.assertEqual(self.status_of(get, "p", models.PoolGetOptions(if_modified_since=later)), 304)
        self.assertEqual(get("p", models.PoolGetOptions(if_unmodified_since=later)).id, "p")
        self.assertTrue(self.batch.pool.exists("p", models.PoolExistsOptions(if_match=tag)))

    def test_conditions_of_writing(self):
        tag = self.batch.pool.get("p").e_tag
        patch = models.PoolPatchParameter(metadata=[models.MetadataItem(name="a", value="b")])
        self.refused("ConditionNotMet", 412, self.batch.pool.patch, "p", patch,
                     models.PoolPatchOptions(if_match="0x1"))
        self.refused("ConditionNotMet", 412, self.batch.pool.patch, "p", patch,
                     models.PoolPatchOptions(if_none_match=tag))
        self.batch.pool.patch("p", patch, models.PoolPatchOptions(if_match=tag))
        self.assertNotEqual(self.batch.pool.get("p").e_tag, tag)
        self.refused("ConditionNotMet", 412, self.batch.pool.delete, "p", models.PoolDeleteOptions(if_match=tag))
        earlier = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)
        self.refused("ConditionNotMet", 412, self.batch.pool.resize, "p",
                     models.PoolResizeParameter(target_dedicated_nodes=1),
                     models.PoolResizeOptions(if_unmodified_since=earlier))
        self.refused("MultipleConditionHeadersNotSupported", 400, self.batch.pool.patch, "p", patch,
                     models.PoolPatchOptions(if_match=tag, if_none_match=tag))
        self.add_job("j", "p")
        for call, *arguments in (
                (self.batch.job.patch, "j", models.JobPatchParameter(priority=1), models.JobPatchOptions(if_match="0x1")),
                (self.batch.job.disable, "j", "requeue", models.JobDisableOptions(if_match="0x1")),
                (self.batch.job.delete, "j", models.JobDeleteOptions(if_match="0x1"))):
            self.refused("ConditionNotMet", 412, call, *arguments)
        self.add_task("j", "t")
        self.refused("ConditionNotMet", 412, self.batch.task.terminate, "j", "t",
                     models.TaskTerminateOptions(if_match="0x1"))

    def test_pages(self):
        self.add_job("paged", "p")
        for number in range(7):
            self.add_task("paged", f"t{number}")
        before = self.service.log_length()
        tasks = self.batch.task.list("paged", models.TaskListOptions(
            max_results=3, filter="startswith(id,'t')", select="id,state"))
        self.assertEqual([task.id for task in tasks], [f"t{number}" for number in range(7)])
        self.assertEqual([line["status"] for line in self.service.log(before)], [200] * 3)
        # The SDK keeps such numbers to itself.
        for count in (0, 1001):
            answer = RawBatch(self.service.variables).ask("GET", "/jobs/paged/tasks", query={"maxresults": count})
            self.assertEqual((answer.status, answer.code), (400, "OutOfRangeQueryParameterValue"))

    def test_filters(self):
        self.add_job("filtered", "p")
        for name in ("a", "b", "it-is"):
            self.add_task("filtered", name)
        self.batch.task.terminate("filtered", "b")
        self.wait_for_task("filtered", "b")

        def ids(text):
            return [task.id for task in self.batch.task.list("filtered", models.TaskListOptions(filter=text))]
        self.assertEqual(ids("state eq 'completed'"), ["b"])
        self.assertEqual(ids("state ne 'completed' and startswith(id,'it')"), ["it-is"])
        self.assertEqual(ids("id eq 'a' or (id gt 'b' and state eq 'active')"), ["a", "it-is"])
        self.assertEqual(ids("executionInfo/result eq 'failure'"), ["b"])
        self.assertEqual(ids("creationTime gt DateTime'2020-01-01T00:00:00Z'"), ["a", "b", "it-is"])
        self.assertEqual(ids("creationTime gt 2120-01-01T00:00:00Z"), [])
        for bad in ("colour eq 'red'", "id eq", "id eq 'a' and", "(id eq 'a'", "commandLine eq 'x'"):
            _, values = self.refused("InvalidQueryParameterValue", 400, self.batch.task.list, "filtered",
                                     models.TaskListOptions(filter=bad))
            self.assertEqual((values["QueryParameterName"], values["QueryParameterValue"]), ("$filter", bad))

    def test_choices(self):
        pool = self.batch.pool.get("p", models.PoolGetOptions(select="id,vmSize"))
        self.assertEqual((pool.id, pool.vm_size, pool.state), ("p", "standard_d2s_v3", None))
        self.refused("InvalidQueryParameterValue", 400, self.batch.pool.get, "p",
                     models.PoolGetOptions(expand="nodes"))

    def test_the_clients_own_request_id(self):
        options = models.PoolGetOptions(client_request_id="4ae4c8a0-3fa1-4cc1-a5ad-d9a5a9a2c7c1",
                                        return_client_request_id=True)
        headers = self.batch.pool.get("p", options, raw=True).response.headers
        self.assertEqual(headers["client-request-id"], options.client_request_id)
        self.assertRegex(headers["request-id"], "^[0-9a-f-]{36}$")
        self.assertEqual(headers["DataServiceVersion"], "3.0")
        silent = self.batch.pool.get("p", raw=True).response.headers
        self.assertNotIn("client-request-id", silent)

    def test_a_key_that_is_not_its_own(self):
        other = client_of({**self.service.variables, "AZURE_BATCH_ACCESS_KEY": base64.b64encode(b"k" * 64).decode()})
        message, values = self.refused("AuthenticationFailed", 403, other.pool.get, "p")
        self.assertIn("failed to authenticate", message)
        self.assertIn("MAC signature", values["AuthenticationErrorDetail"])

    def test_an_id_that_cannot_be(self):
        for name in ("", "a b", "a" * 65, "ä"):
            _, values = self.refused("InvalidPropertyValue", 400, self.add_job, name, "p")
            self.assertEqual(values["PropertyName"], "id")
