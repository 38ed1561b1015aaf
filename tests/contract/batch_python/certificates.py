# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import PythonTest
from harness import probes


class Certificates(PythonTest):
    def test_they_are_of_the_past(self):
        certificates = self.batch.certificate
        self.assertEqual(list(certificates.list()), [])
        self.refused("InvalidInput", 400, certificates.add, models.CertificateAddParameter(
            thumbprint="ab", thumbprint_algorithm="sha1", data="AA=="))
        probes.refused("Batch", "Adding a certificate (retired on Azure on 2024-02-29)", 400, "InvalidInput")
        for call in (certificates.get, certificates.delete, certificates.cancel_deletion):
            self.refused("CertificateNotFound", 404, call, "sha1", "ab")
