# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""install.py FOLDER: npm ci into FOLDER what package-lock.json says, unless it is there already."""
import pathlib
import shutil
import subprocess
import sys

FILES = ("package.json", "package-lock.json", ".npmrc")


def main():
    source = pathlib.Path(__file__).parent
    folder = pathlib.Path(sys.argv[1])
    wanted = b"".join((source / name).read_bytes() for name in FILES)
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_bytes() == wanted:
        print("What the lock file says is there.")
        return 0
    npm = shutil.which("npm")
    if not npm:
        print("npm is missing: packaging/install-dependencies test installs it.")
        return 1
    stamp.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(source / name, folder / name)
    # No package of these has an install script that the suites need.
    ended = subprocess.run([npm, "ci", "--ignore-scripts"], cwd=folder, check=False)
    if ended.returncode == 0:
        stamp.write_bytes(wanted)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
