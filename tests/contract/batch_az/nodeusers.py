# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class NodeUsers(AzTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_pool("p", 1)
        cls.of = ("--pool-id", "p", "--node-id", cls.first_node("p"))

    def test_users(self):
        self.assertIsNone(self.batch(["ComputeNode_AddUser"], "node", "user", "create", *self.of, "--name", "bob",
                                     "--is-admin", "--password", "kept to itself"))
        said = self.refused("", ["ComputeNode_AddUser 409 NodeUserExists"], "node", "user", "create", *self.of,
                            "--name", "bob", "--password", "kept to itself")
        self.assertNotIn("kept to itself", said)
        self.assertIsNone(self.batch(["ComputeNode_UpdateUser"], "node", "user", "reset", *self.of, "--user-name",
                                     "bob", "--password", "another"))
        self.assertIsNone(self.batch(["ComputeNode_DeleteUser"], "node", "user", "delete", *self.of, "--user-name",
                                     "bob", "--yes"))
        self.refused("", ["ComputeNode_DeleteUser 404 NodeUserNotFound"], "node", "user", "delete", *self.of,
                     "--user-name", "bob", "--yes")

    def test_service_logs(self):
        self.az.good("storage", "container", "create", "--name", "logs")
        signature = self.az.good("storage", "container", "generate-sas", "--name", "logs", "--permissions", "cw",
                                 "--expiry", "2099-01-01")
        address = next(part for part in self.service.variables["AZURE_STORAGE_CONNECTION_STRING"].split(";")
                       if part.startswith("BlobEndpoint=")).split("=", 1)[1]
        printed = self.batch(["Put Blob", "ComputeNode_UploadBatchServiceLogs"], "node", "service-logs", "upload",
                             *self.of, "--container-url", f"{address}/logs?{signature}",
                             "--start-time", "2026-01-01T00:00:00Z")
        self.assertEqual(printed["numberOfFilesUploaded"], 1)
        blobs = self.az.good("storage", "blob", "list", "--container-name", "logs")
        self.assertEqual([blob["name"] for blob in blobs], [printed["virtualDirectoryName"] + "/agent.log"])

    def test_a_node_is_no_machine(self):
        self.refused("not valid on this node", ["ComputeNode_GetRemoteLoginSettings 409 OperationNotValidOnNode"],
                     "node", "remote-login-settings", "show", *self.of)
        self.refused("not valid on this node", ["ComputeNode_Reimage 409 OperationNotValidOnNode"],
                     "node", "reimage", *self.of)
        self.refused("", ["ComputeNode_GetRemoteDesktop 409 OperationNotValidOnNode"], "node", "remote-desktop",
                     "download", *self.of, "--destination", self.service.folder / "node.rdp")
