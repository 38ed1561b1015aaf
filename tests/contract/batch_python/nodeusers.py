# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models
from azure.storage.blob import BlobServiceClient, ContainerSasPermissions, generate_container_sas

from batch_python import PythonTest, in_an_hour, now
from harness import probes


class NodeUsers(PythonTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1, start_task=models.StartTask(command_line="/bin/sh -c 'echo started'",
                                                         wait_for_success=True))
        cls.node = cls.first_node("p")

    def test_users(self):
        nodes = self.batch.compute_node
        answer = nodes.add_user("p", self.node, models.ComputeNodeUser(name="bob", password="kept to itself",
                                                                       is_admin=True), raw=True)
        self.assertEqual(answer.response.status_code, 201)
        self.refused("NodeUserExists", 409, nodes.add_user, "p", self.node, models.ComputeNodeUser(name="bob"))
        nodes.update_user("p", self.node, "bob", models.NodeUpdateUserParameter(password="another",
                                                                                expiry_time=in_an_hour()))
        nodes.delete_user("p", self.node, "bob")
        self.refused("NodeUserNotFound", 404, nodes.delete_user, "p", self.node, "bob")
        self.refused("NodeUserNotFound", 404, nodes.update_user, "p", self.node, "bob",
                     models.NodeUpdateUserParameter(password="another"))
        self.refused("NodeNotFound", 404, nodes.add_user, "p", "tvmps_0_d", models.ComputeNodeUser(name="bob"))

    def test_logs_go_to_a_container(self):
        storage = BlobServiceClient.from_connection_string(self.service.variables["AZURE_STORAGE_CONNECTION_STRING"])
        container = storage.create_container("logs")
        signature = generate_container_sas(
            container.account_name, "logs", account_key=container.credential.account_key,
            permission=ContainerSasPermissions(write=True, create=True), expiry=in_an_hour())
        result = self.batch.compute_node.upload_batch_service_logs(
            "p", self.node, models.UploadBatchServiceLogsConfiguration(
                container_url=f"{container.url}?{signature}", start_time=now().replace(year=2020)))
        names = [blob.name for blob in container.list_blobs()]
        self.assertEqual(len(names), result.number_of_files_uploaded)
        self.assertGreater(len(names), 0)
        self.assertTrue(all(name.startswith(result.virtual_directory_name + "/") for name in names), names)

    def test_nodes_are_no_machines(self):
        nodes = self.batch.compute_node
        self.refused("OperationNotValidOnNode", 409, nodes.get_remote_login_settings, "p", self.node)
        self.refused("OperationNotValidOnNode", 409, nodes.get_remote_desktop, "p", self.node)
        probes.refused("Batch", "Logging in to a node: remote login settings, remote desktop file", 409,
                       "OperationNotValidOnNode")
        self.refused("OperationNotValidOnNode", 409, nodes.reimage, "p", self.node)
        probes.refused("Batch", "Reimaging a node before version 2024-07-01.20.0, as Azure refuses it on virtual "
                       "machines", 409, "OperationNotValidOnNode")

    def test_extensions_are_none(self):
        self.assertEqual(list(self.batch.compute_node_extension.list("p", self.node)), [])
        self.refused("ResourceNotFound", 404, self.batch.compute_node_extension.get, "p", self.node, "any")
