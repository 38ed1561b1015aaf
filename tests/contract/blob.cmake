# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
batchdesk_add_contract(blob.python CLIENT Python MODULE blob_python)
# Some fifty starts of az: a minute of a free machine, and many of a busy one.
batchdesk_add_contract(blob.az CLIENT az MODULE blob_az TIMEOUT 900)
batchdesk_add_contract(blob.js CLIENT JavaScript MODULE blob_js NPM)
batchdesk_add_contract(blob.rclone CLIENT rclone MODULE blob_rclone)
