# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import PythonTest
from harness import probes


class Account(PythonTest):
    def test_supported_images(self):
        images = list(self.batch.account.list_supported_images())
        self.assertIn(("canonical", "ubuntu-24_04-lts", "server", "batch.node.ubuntu 24.04"), [
            (image.image_reference.publisher, image.image_reference.offer, image.image_reference.sku,
             image.node_agent_sku_id) for image in images])
        self.assertEqual({image.os_type for image in images}, {models.OSType.linux})
        self.assertEqual({image.verification_type for image in images}, {models.VerificationType.verified})
        chosen = list(self.batch.account.list_supported_images(models.AccountListSupportedImagesOptions(
            filter="nodeAgentSKUId eq 'batch.node.el 9'")))
        self.assertEqual({image.node_agent_sku_id for image in chosen}, {"batch.node.el 9"})

    def test_node_counts(self):
        self.add_pool("counted", 1)
        self.add_pool("empty")
        counts = {count.pool_id: count for count in self.batch.account.list_pool_node_counts()}
        self.assertEqual((counts["counted"].dedicated.idle, counts["counted"].dedicated.total), (1, 1))
        self.assertEqual((counts["empty"].dedicated.total, counts["empty"].low_priority.total), (0, 0))
        # The type of the option says ten by itself, as the description of old did.
        chosen = list(self.batch.account.list_pool_node_counts(models.AccountListPoolNodeCountsOptions(
            filter="poolId eq 'counted'")))
        self.assertEqual([count.pool_id for count in chosen], ["counted"])

    def test_usage_of_pools(self):
        self.assertEqual(list(self.batch.pool.list_usage_metrics()), [])

    def test_applications(self):
        self.assertEqual(list(self.batch.application.list()), [])
        self.refused("ApplicationNotFound", 404, self.batch.application.get, "none")

    def test_statistics_over_a_lifetime_are_of_the_past(self):
        self.refused("ResourceNotFound", 404, self.batch.pool.get_all_lifetime_statistics)
        self.refused("ResourceNotFound", 404, self.batch.job.get_all_lifetime_statistics)
        probes.refused("Batch", "Lifetime statistics of pools and jobs (retired on Azure on 2023-04-30)", 404,
                       "ResourceNotFound")
