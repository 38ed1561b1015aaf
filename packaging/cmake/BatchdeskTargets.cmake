# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# The one INTERFACE target for flags, and the two functions by which every library and every test is
# made. See ARCHITECTURE.md for the folders and what each may use.

add_library(batchdesk_flags INTERFACE)
target_compile_features(batchdesk_flags INTERFACE cxx_std_20)
target_include_directories(batchdesk_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(batchdesk_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  BATCHDESK_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(batchdesk_flags INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${BATCHDESK_WERROR}>:/WX>)
else()
  target_compile_options(batchdesk_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Wimplicit-fallthrough
    $<$<BOOL:${BATCHDESK_WERROR}>:-Werror>)
endif()
if(UNIX AND NOT APPLE)
  # A program loads what it uses, not what the libraries that it uses could use: a plan opens no socket.
  target_link_options(batchdesk_flags INTERFACE LINKER:--as-needed)
endif()
if(BATCHDESK_SANITIZE_ADDRESS)
  target_compile_options(batchdesk_flags INTERFACE -fsanitize=address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(batchdesk_flags INTERFACE -fsanitize=address,undefined)
elseif(BATCHDESK_SANITIZE_THREAD)
  target_compile_options(batchdesk_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(batchdesk_flags INTERFACE -fsanitize=thread)
elseif(BATCHDESK_FUZZ)
  # clang 14 cannot assemble coroutines under UBSan's check of function types.
  target_compile_options(batchdesk_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize=function -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(batchdesk_flags INTERFACE -fsanitize=address,undefined)
endif()

# batchdesk_add_library(<name> SOURCES … HEADERS … [USES <our libraries>] [LINKS <outside targets>]
#                       [PRIVATE_LINKS <outside targets not seen in the headers>] [QT_FREE])
# makes the static library batchdesk_<name> with the alias Batchdesk::<Name>.
function(batchdesk_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QT_FREE" "" "SOURCES;HEADERS;USES;LINKS;PRIVATE_LINKS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "batchdesk_add_library(${name}): unknown ${arg_UNPARSED_ARGUMENTS}")
  endif()
  set(target batchdesk_${name})
  string(SUBSTRING ${name} 0 1 first)
  string(TOUPPER ${first} first)
  string(SUBSTRING ${name} 1 -1 rest)
  add_library(${target} STATIC ${arg_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  add_library(Batchdesk::${first}${rest} ALIAS ${target})
  target_link_libraries(${target} PUBLIC batchdesk_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  foreach(used IN LISTS arg_USES)
    target_link_libraries(${target} PUBLIC batchdesk_${used})
  endforeach()
  if(arg_QT_FREE)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  endif()
endfunction()

# batchdesk_add_test(<name> SOURCES … [USES <our libraries>] [LINKS <outside targets>]
#                    [LABEL unit|contract|e2e|gui] [TIMEOUT <s>] [QT_FREE | WINDOW] [DEFINES …])
# makes the program <name> (dots become underscores) and one ctest entry for it. Qt tests get a
# QCoreApplication from tests/support, those with WINDOW a QApplication.
function(batchdesk_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QT_FREE;WINDOW" "LABEL;TIMEOUT" "SOURCES;USES;LINKS;DEFINES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "batchdesk_add_test(${name}): unknown ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  string(REPLACE "." "_" target "test_${name}")
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE batchdesk_flags GTest::gmock ${arg_LINKS})
  foreach(used IN LISTS arg_USES)
    target_link_libraries(${target} PRIVATE batchdesk_${used})
  endforeach()
  target_compile_definitions(${target} PRIVATE
    BATCHDESK_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data"
    BATCHDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    ${arg_DEFINES})
  if(arg_QT_FREE)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${target} PRIVATE GTest::gmock_main)
  elseif(arg_WINDOW)
    target_sources(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/windowmain.cpp")
    target_link_libraries(${target} PRIVATE Qt6::Widgets Qt6::Test)
  else()
    target_sources(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/qtmain.cpp")
    target_link_libraries(${target} PRIVATE Qt6::Core)
  endif()
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;UBSAN_OPTIONS=print_stacktrace=1;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/threads.supp")
endfunction()
