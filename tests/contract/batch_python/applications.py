# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
import zipfile

from azure.batch import models

from batch_python import PythonTest


class Applications(PythonTest):
    """Packages come by Azure's management API there, and from a folder of the service's state here."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = cls.service.folder / "state" / "applications" / "greeter"
        folder.mkdir(parents=True)
        for version in ("1.0", "2.0"):
            with zipfile.ZipFile(folder / f"{version}.zip", "w") as package:
                package.writestr("greeting.txt", f"hello from {version}\n")

    def test_list_and_get(self):
        application, = self.batch.application.list()
        self.assertEqual((application.id, application.versions), ("greeter", ["1.0", "2.0"]))
        self.assertEqual(self.batch.application.get("greeter").id, "greeter")
        self.refused("ApplicationNotFound", 404, self.batch.application.get, "none")

    def test_a_pool_and_a_task_use_them(self):
        self.add_pool("p", 1, application_package_references=[
            models.ApplicationPackageReference(application_id="greeter", version="1.0")])
        self.add_job("j", "p")
        self.add_task("j", "of-the-pool", "/bin/sh -c 'cat $AZ_BATCH_APP_PACKAGE_greeter_1_0/greeting.txt'")
        self.add_task("j", "of-the-task", "/bin/sh -c 'cat $AZ_BATCH_APP_PACKAGE_greeter_2_0/greeting.txt'",
                      application_package_references=[
                          models.ApplicationPackageReference(application_id="greeter", version="2.0")])
        for task, version in (("of-the-pool", "1.0"), ("of-the-task", "2.0")):
            self.assertEqual(self.wait_for_task("j", task).execution_info.exit_code, 0)
            self.assertEqual(b"".join(self.batch.file.get_from_task("j", task, "stdout.txt")),
                             f"hello from {version}\n".encode())
        self.refused("InvalidApplicationPackageReferences", 409, self.add_pool, "q", application_package_references=[
            models.ApplicationPackageReference(application_id="none")])
