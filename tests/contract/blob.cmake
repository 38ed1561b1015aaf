# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_contract(blob.python CLIENT Python MODULE blob_python)
batchdesk_add_contract(blob.az CLIENT az MODULE blob_az)
batchdesk_add_contract(blob.js CLIENT JavaScript MODULE blob_js NPM)
batchdesk_add_contract(blob.rclone CLIENT rclone MODULE blob_rclone)
