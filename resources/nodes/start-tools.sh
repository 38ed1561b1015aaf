#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Start task of Linux nodes: start-tools.sh TOOL...  (python3, git, git-lfs)
#
# Sees to it that the tools are there: Python 3 able to make virtual environments with pip in them, git with
# the SSH client, Git LFS. What is there already is left as it is.
#
# It installs on nodes of Azure Batch only. The embedded service of Batchdesk sets the same variables on
# the user's own computer, perhaps even as root, so the address of the service decides: a real one is
# never plain HTTP and never this machine.
#
# Exit codes: 0 the tools are ready, 1 one is missing and may not be installed here, 2 installing failed,
# 3 wrong use.

set -u

attempts=4
pause=${BATCHDESK_RETRY_PAUSE:-20}

say() { printf '%s\n' "start-tools: $*"; }

here() { command -v "$1" >/dev/null 2>&1; }

python3_ready() {
    here python3 || { missing='python3 is missing'; return 1; }
    # Some systems ship venv without ensurepip, and then an environment gets no pip.
    python3 -c 'import venv, ensurepip' >/dev/null 2>&1 || { missing='Python 3 is here, but venv and pip are not'; return 1; }
    found="$(python3 --version 2>&1) with venv and pip"
}

git_ready() {
    here git || { missing='git is missing'; return 1; }
    { here ssh && here ssh-keygen; } || { missing='git is here, but the SSH client is not'; return 1; }
    found="$(git --version 2>&1) with ssh"
}

git_lfs_ready() {
    here git-lfs || { missing='git-lfs is missing'; return 1; }
    found='git-lfs'
}

ready() {
    case $1 in
    python3) python3_ready ;;
    git) git_ready ;;
    git-lfs) git_lfs_ready ;;
    *)
        say "There is no tool '$1' here: python3, git and git-lfs are." >&2
        exit 3
        ;;
    esac
}

# packages_of MANAGER TOOL
packages_of() {
    case $1-$2 in
    apt-get-python3) echo python3 python3-venv python3-pip ;;
    *-python3) echo python3 python3-pip ;;
    apt-get-git) echo git openssh-client ca-certificates ;;
    *-git) echo git openssh-clients ;;
    *-git-lfs) echo git-lfs ;;
    esac
}

# The packages of the tools that are missing.
packages() {
    local tool
    for tool in "${wanted[@]}"; do
        packages_of "$1" "$tool"
    done
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
        && try_again apt-get "${options[@]}" install -y --no-install-recommends "$@"
}

# Names of packages have no spaces: the lists are meant to be split.
# shellcheck disable=SC2046
install_tools() {
    if here apt-get; then
        install_with_apt $(packages apt-get)
    elif here dnf; then
        try_again dnf install -y -q $(packages dnf)
    elif here tdnf; then
        try_again tdnf install -y -q $(packages tdnf)
    elif here zypper; then
        try_again zypper --non-interactive --quiet install $(packages zypper)
    else
        say "This image has none of apt-get, dnf, tdnf and zypper. Choose another image, or a start task of your own."
        return 1
    fi
}

if [ $# -eq 0 ]; then
    say "Usage: start-tools.sh TOOL... (python3, git, git-lfs)" >&2
    exit 3
fi
missing=''
found=''
wanted=()
for tool in "$@"; do
    if ready "$tool"; then
        say "$found is here already."
    else
        say "$missing."
        wanted+=("$tool")
    fi
done
if [ ${#wanted[@]} -eq 0 ]; then
    say "Ready; nothing was changed."
    exit 0
fi

if ! on_batch_node; then
    # shellcheck disable=SC2207
    by_hand=($(packages apt-get))
    say "This is not a node of Azure Batch, so nothing is installed. Install what is missing yourself (on Debian and Ubuntu: sudo apt-get install ${by_hand[*]}) and run again." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    say "Installing needs administrator rights. Let the start task run elevated, or choose an image that has ${wanted[*]}." >&2
    exit 1
fi

if ! install_tools; then
    say "${wanted[*]} could not be installed; the lines above say why. The node cannot run tasks." >&2
    exit 2
fi
for tool in "${wanted[@]}"; do
    if ! ready "$tool"; then
        say "The packages were installed, but $missing. Choose another image, or a start task of your own." >&2
        exit 2
    fi
    say "$found was installed."
done
