# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Our own clients against servers that are real: Azurite, and the embedded service as a process.
add_library(batchdesk_servers STATIC
  ${PROJECT_SOURCE_DIR}/tests/support/program.cpp
  ${PROJECT_SOURCE_DIR}/tests/support/workspace.cpp
  ourclients/servers.cpp)
target_link_libraries(batchdesk_servers PUBLIC batchdesk_auth batchdesk_flags Qt6::Core GTest::gmock)
target_compile_definitions(batchdesk_servers PRIVATE
  BATCHDESK_CLI_PATH="$<TARGET_FILE:batchdesk-cli>"
  BATCHDESK_NODE_MODULES="${contract_npm}/node_modules"
  BATCHDESK_CONTRACT_LOGS="${contract_logs}")

# A transfer that can be killed at a moment that is known.
add_executable(contract_transfer ourclients/transferprogram.cpp)
target_link_libraries(contract_transfer PRIVATE batchdesk_transfer)
set_target_properties(contract_transfer PROPERTIES
  RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")

batchdesk_add_test(contract.azurite
  SOURCES
    ourclients/bloboperationstest.cpp
    ourclients/blobsastest.cpp
    ourclients/blobserverfixture.cpp
    ourclients/blobtransfertest.cpp
  USES transfer
  LINKS batchdesk_servers
  LABEL contract
  TIMEOUT 600
  DEFINES BATCHDESK_TRANSFER_PATH="$<TARGET_FILE:contract_transfer>")
add_dependencies(test_contract_azurite batchdesk-cli contract_transfer)
set_tests_properties(contract.azurite PROPERTIES
  FIXTURES_REQUIRED contract_npm FIXTURES_SETUP contract_logs)

batchdesk_add_test(contract.ourclient
  SOURCES
    ourclients/batchserverfixture.cpp
    ourclients/jobcontracttest.cpp
    ourclients/jobschedulecontracttest.cpp
    ourclients/nodecontracttest.cpp
    ourclients/poolcontracttest.cpp
  USES batch blob
  LINKS batchdesk_servers
  LABEL contract
  TIMEOUT 600)
add_dependencies(test_contract_ourclient batchdesk-cli)
set_tests_properties(contract.ourclient PROPERTIES FIXTURES_SETUP contract_logs)
