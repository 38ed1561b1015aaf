# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
batchdesk_add_test(contract.property QT_FREE LABEL contract TIMEOUT 300
  SOURCES
    property/comparison.cpp
    property/heldrunner.cpp
    property/operation.cpp
    property/rules.cpp
    property/statemachinetest.cpp
    property/world.cpp
  USES localservice
  LINKS rapidcheck nlohmann_json::nlohmann_json)
