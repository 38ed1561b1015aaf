#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Start task "python3" for Linux nodes: sees to it that Python 3 is there, and can make virtual
# environments with pip in them. What is there already is left as it is.
#
# It installs on nodes of Azure Batch only. The embedded service of Batchdesk sets the same variables on
# the user's own computer, perhaps even as root, so the address of the service decides: a real one is
# never plain HTTP and never this machine.
#
# Exit codes: 0 Python 3 is ready, 1 it is missing and may not be installed here, 2 installing failed.

set -u

attempts=4
pause=${BATCHDESK_RETRY_PAUSE:-20}

say() { printf '%s\n' "start-python3: $*"; }

python_ready() {
    command -v python3 >/dev/null 2>&1 || { missing='python3 is missing'; return 1; }
    # Some systems ship venv without ensurepip, and then an environment gets no pip.
    python3 -c 'import venv, ensurepip' >/dev/null 2>&1 || { missing='Python 3 is here, but venv and pip are not'; return 1; }
}

on_batch_node() {
    [ -n "${AZ_BATCH_NODE_ROOT_DIR:-}" ] || return 1
    case "${AZ_BATCH_ACCOUNT_URL:-}" in
    https://localhost[:/]* | https://127.* | https://\[*) return 1 ;;
    https://*) return 0 ;;
    *) return 1 ;;
    esac
}

# Mirrors that do not answer and locks held by the system's own updates both pass with time.
# DPkg::Lock::Timeout does not cover the lock on the package lists, so apt-get needs this as well.
try_again() {
    local attempt
    for ((attempt = 1; attempt <= attempts; attempt++)); do
        say "$* (attempt $attempt of $attempts)"
        "$@" && return 0
        [ "$attempt" -eq "$attempts" ] || sleep "$((pause * attempt))"
    done
    return 1
}

install_with_apt() {
    export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a
    local options=(-o DPkg::Lock::Timeout=300 -o Acquire::Retries=5 -q)
    try_again apt-get "${options[@]}" update \
        && try_again apt-get "${options[@]}" install -y --no-install-recommends \
            python3 python3-venv python3-pip
}

install_python() {
    if command -v apt-get >/dev/null 2>&1; then
        install_with_apt
    elif command -v dnf >/dev/null 2>&1; then
        try_again dnf install -y -q python3 python3-pip
    elif command -v tdnf >/dev/null 2>&1; then
        try_again tdnf install -y -q python3 python3-pip
    elif command -v zypper >/dev/null 2>&1; then
        try_again zypper --non-interactive --quiet install python3 python3-pip
    else
        say "This image has none of apt-get, dnf, tdnf and zypper. Choose another image, or a start task of your own."
        return 1
    fi
}

missing=''
if python_ready; then
    say "$(python3 --version 2>&1) with venv and pip is here already; nothing was changed."
    exit 0
fi
say "$missing."

if ! on_batch_node; then
    say "This is not a node of Azure Batch, so nothing is installed. Install Python 3 with venv and pip yourself (on Debian and Ubuntu: sudo apt-get install python3 python3-venv python3-pip) and run again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    say "Installing needs administrator rights. Let the start task run elevated, or choose an image that has Python 3." >&2
    exit 1
fi

if ! install_python; then
    say "Python 3 could not be installed; the lines above say why. The node cannot run tasks." >&2
    exit 2
fi
if ! python_ready; then
    say "The packages were installed, but $missing. Choose another image, or a start task of your own." >&2
    exit 2
fi
say "$(python3 --version 2>&1) with venv and pip was installed."
