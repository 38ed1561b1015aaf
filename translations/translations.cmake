# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# A language is a file batchdesk_<language>.ts here, compiled into the programs. "ninja
# update_translations" brings all of them up to date with the sources; translators edit them with Qt
# Linguist. English has a file for its plurals only.
set(ts_folder "${PROJECT_SOURCE_DIR}/translations")
file(GLOB ts_files CONFIGURE_DEPENDS "${ts_folder}/batchdesk_*.ts")
set_source_files_properties(${ts_files} PROPERTIES OUTPUT_LOCATION "${CMAKE_CURRENT_BINARY_DIR}/i18n")
qt_add_lrelease(batchdesk_resources TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)
qt_add_resources(batchdesk_resources translations PREFIX /i18n
  BASE "${CMAKE_CURRENT_BINARY_DIR}/i18n" FILES ${qm_files})

file(GLOB_RECURSE translated CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/core/*.cpp" "${PROJECT_SOURCE_DIR}/core/*.h" "${PROJECT_SOURCE_DIR}/ui/*.cpp"
  "${PROJECT_SOURCE_DIR}/ui/*.h" "${PROJECT_SOURCE_DIR}/app/*.cpp")
list(FILTER translated EXCLUDE REGEX "/core/localservice/")
string(REPLACE ";" "\n" translated "${translated}")
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/translated.lst" "${translated}\n")
set(lupdate Qt6::lupdate -I "${PROJECT_SOURCE_DIR}" -locations none -no-obsolete
  "@${CMAKE_CURRENT_BINARY_DIR}/translated.lst")
set(english "${ts_folder}/batchdesk_en.ts")
list(REMOVE_ITEM ts_files "${english}")
add_custom_target(update_translations
  COMMAND ${lupdate} -ts ${ts_files}
  COMMAND ${lupdate} -pluralonly -ts "${english}"
  VERBATIM)
