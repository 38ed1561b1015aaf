# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
# Some ninety starts of az: see blob.az.
batchdesk_add_contract(batch.az CLIENT az MODULE batch_az TIMEOUT 900)
batchdesk_add_contract(batch.python CLIENT Python MODULE batch_python)
batchdesk_add_contract(batch.js CLIENT JavaScript MODULE batch_js NPM)
batchdesk_add_contract(batch.many CLIENT az MODULE batch_many
  ENVIRONMENT "BATCHDESK_SANITIZED=$<BOOL:${BATCHDESK_SANITIZE_ADDRESS}>")
