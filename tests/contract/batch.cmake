# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_contract(batch.az CLIENT az MODULE batch_az)
batchdesk_add_contract(batch.python CLIENT Python MODULE batch_python)
