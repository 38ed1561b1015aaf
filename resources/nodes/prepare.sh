#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
#
# Job preparation on Linux nodes: prepare.sh APPLICATION.zip, or prepare.sh --in-place
#
# Unpacks the application into $AZ_BATCH_TASK_WORKING_DIR/app; with --in-place it lies there already, because
# clone.sh has brought it. When it has a requirements.txt that names at least one package, makes a virtual
# environment in $AZ_BATCH_TASK_WORKING_DIR/env with those packages. Tasks find both through
# AZ_BATCH_JOB_PREP_WORKING_DIR. Run again, after a reboot, it starts from nothing.
#
# Exit codes: 0 ready, 2 wrong use, 3 the archive cannot be used or the application is not there, 4 no
# Python 3 although it is needed, 5 the virtual environment could not be made, 6 the packages could not be
# installed.

set -u

attempts=3
pause=${BATCHDESK_RETRY_PAUSE:-15}

say() { printf '%s\n' "prepare: $*"; }

fail() {
    local code=$1
    shift
    say "$*" >&2
    exit "$code"
}

unpack_with_python() {
    python3 - "$1" "$2" <<'PYTHON'
import os, shutil, stat, sys, zipfile

def main(archive, folder):
    with zipfile.ZipFile(archive) as package:
        entries = package.infolist()
        for entry in entries:
            check(entry)
        for entry in entries:
            unpack(package, entry, folder)
        print(f"prepare: unpacked {sum(not entry.is_dir() for entry in entries)} files.")

def check(entry):
    parts = entry.filename.split("/")
    if entry.filename.startswith("/") or ".." in parts:
        sys.exit(f"prepare: the archive holds {entry.filename!r}, which would leave its folder. Nothing was unpacked.")
    # A link would let a later entry leave the folder through it.
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        sys.exit(f"prepare: the archive holds {entry.filename!r}, which is neither a file nor a folder. Nothing was unpacked.")

def unpack(package, entry, folder):
    target = os.path.join(folder, *entry.filename.split("/"))
    if entry.is_dir():
        os.makedirs(target, exist_ok=True)
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with package.open(entry) as source, open(target, "wb") as file:
        shutil.copyfileobj(source, file)
    # An archive made on Windows holds no modes; everyone may read, and only its maker may write.
    executable = entry.external_attr >> 16 & 0o111
    os.chmod(target, 0o755 if executable else 0o644)

try:
    main(*sys.argv[1:])
except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
    sys.exit(f"prepare: the archive cannot be unpacked: {error}")
PYTHON
}

unpack_with_unzip() {
    local names
    # unzip itself drops "../" and goes on; an archive that tries it is not one of ours.
    names=$(unzip -Z1 "$1") || return 1
    if grep -Eq '^/|(^|/)\.\.(/|$)' <<<"$names"; then
        say "The archive holds a name that would leave its folder. Nothing was unpacked." >&2
        return 1
    fi
    if unzip -Zs "$1" | grep -q '^l'; then
        say "The archive holds a link. Nothing was unpacked." >&2
        return 1
    fi
    unzip -q "$1" -d "$2" && say "Unpacked $(grep -vc '/$' <<<"$names") files."
}

unpack() {
    if command -v python3 >/dev/null 2>&1; then
        unpack_with_python "$@"
    elif command -v unzip >/dev/null 2>&1; then
        unpack_with_unzip "$@"
    else
        fail 4 "Neither python3 nor unzip is here to unpack the application. Choose the start task python3, or another image."
    fi
}

names_packages() {
    # Anything but comments, blank lines and the byte order mark of Windows editors.
    LC_ALL=C sed $'1s/^\xef\xbb\xbf//' "$1" | LC_ALL=C grep -Eq '^[[:space:]]*[^#[:space:]]'
}

make_environment() {
    command -v python3 >/dev/null 2>&1 \
        || fail 4 "requirements.txt names packages, but python3 is missing. Choose the start task python3, or another image."
    python3 -m venv "$environment" \
        || fail 5 "The virtual environment could not be made; the lines above say why. On Debian and Ubuntu it needs the package python3-venv; the start task python3 installs it."
}

install_packages() {
    local attempt log="$work/pip.log"
    export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_RETRIES=${PIP_RETRIES:-5}
    for ((attempt = 1; attempt <= attempts; attempt++)); do
        say "Installing the packages of requirements.txt (attempt $attempt of $attempts)."
        # From the application's folder, so that a requirement such as ./wheels/own.whl is found.
        (cd "$application" && "$environment/bin/python" -m pip install --progress-bar off -r requirements.txt) 2>&1 | tee "$log"
        [ "${PIPESTATUS[0]}" -ne 0 ] || return 0
        # A package that does not exist will not exist the next time either.
        grep -Eiq 'connection broken|timed out|connection (reset|refused|aborted)|name resolution|HTTP error (429|5[0-9][0-9])|(429|5[0-9][0-9]) (Client|Server) Error' "$log" \
            || fail 6 "The packages could not be installed; the lines above say why. Correct requirements.txt and run again."
        [ "$attempt" -eq "$attempts" ] || sleep "$((pause * attempt))"
    done
    fail 6 "The packages could not be fetched in $attempts attempts. Does the node reach the internet, or the package index that requirements.txt names?"
}

bring_application() {
    if [ "$1" = --in-place ]; then
        [ -d "$application" ] || fail 3 "The application is not in $application: clone.sh comes first."
        return
    fi
    [ -r "$1" ] || fail 3 "$1 is not here or cannot be read."
    rm -rf "$application"
    mkdir -p "$application" || fail 3 "$application could not be made."
    if ! unpack "$1" "$application"; then
        rm -rf "$application"
        fail 3 "The application in $1 could not be unpacked."
    fi
}

[ $# -eq 1 ] || fail 2 "Usage: prepare.sh APPLICATION.zip, or prepare.sh --in-place"
work=${AZ_BATCH_TASK_WORKING_DIR:-}
[ -n "$work" ] || fail 2 "AZ_BATCH_TASK_WORKING_DIR is not set: this script is for the job preparation task of Azure Batch."
application="$work/app"
environment="$work/env"
rm -rf "$environment"
bring_application "$1"

if [ ! -f "$application/requirements.txt" ]; then
    say "No requirements.txt: no packages to install."
elif ! names_packages "$application/requirements.txt"; then
    say "requirements.txt names no packages: nothing to install."
else
    make_environment
    install_packages
    say "The packages are installed."
fi
say "Ready."
