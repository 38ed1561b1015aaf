# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import AzTest


class Applications(AzTest):
    def test_summary(self):
        self.assertEqual(self.batch(["Application_List"], "application", "summary", "list"), [])
        self.refused("The specified application does not exist.", ["Application_Get 404 ApplicationNotFound"],
                     "application", "summary", "show", "--application-id", "none")
