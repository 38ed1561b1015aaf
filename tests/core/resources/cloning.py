# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What the tests of clone.sh share: the servers, a job's folder, and a look at all processes."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[3]
SCRIPT = SOURCE / "resources" / "nodes" / "clone.sh"
SECRETS = ("git-secret", "known_hosts", "ssh_config", "askpass")


class GitServer:
    """tests/support/git-server, for as long as a module's tests run."""

    def __init__(self, *options):
        self.holder = tempfile.TemporaryDirectory(prefix="git server ")
        self.folder = pathlib.Path(self.holder.name).resolve()
        self.process = subprocess.Popen(
            [sys.executable, str(SOURCE / "tests" / "support" / "git-server"), *options, str(self.folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            self.close()
            raise RuntimeError("The SSH server did not start; its lines above say why.")
        self.facts = json.loads(line)

    def __getitem__(self, name):
        return self.facts[name]

    def known_hosts(self):
        return "".join(self[name]["knownHostsLine"] + "\n" for name in ("hang", "old")) + self["knownHostsLine"] + "\n"

    def git(self, *arguments, where):
        environment = dict(os.environ, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
        return subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments], cwd=where,
                              env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def repository(self, name, prepare):
        """A repository of a test's own; prepare(folder) fills it."""
        work = self.folder / "work" / name
        self.git("init", "-q", "-b", "main", str(work), where=self.folder)
        prepare(work)
        self.git("add", "--ignore-removal", ".", where=work)
        self.git("commit", "-q", "-m", "Begin", where=work)
        self.git("clone", "-q", "--bare", str(work), str(self.folder / f"{name}.git"), where=self.folder)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        self.holder.cleanup()


def processes(marker):
    """Those whose environment holds the marker: what clone.sh started, and itself."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if marker.encode() in (entry / "environ").read_bytes():
                    found.append((int(entry.name), (entry / "cmdline").read_bytes().split(b"\0")[0].decode()))
            except OSError:
                continue
    return found


def seen_by_others():
    """Arguments and environment of all processes but this one, which has the secrets rightly."""
    text = b""
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            for name in ("cmdline", "environ"):
                try:
                    text += (entry / name).read_bytes() + b"\n"
                except OSError:
                    continue
    return text


@unittest.skipIf(os.name == "nt", "the script of Linux nodes")
class CloneCase(unittest.TestCase):
    git_server = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="it's 100% \"mine\" ")
        self.addCleanup(holder.cleanup)
        self.work = pathlib.Path(holder.name).resolve() / "a job's wd"
        self.work.mkdir()
        self.marker = f"AZ_BATCH_TASK_WORKING_DIR={self.work}\0"

    def put(self, secret, known_hosts=None):
        """What the resource files bring; a path of a key, a token, or nothing."""
        if secret is not None:
            text = pathlib.Path(secret).read_text() if str(secret).startswith("/") else secret + "\n"
            (self.work / "git-secret").write_text(text)
            (self.work / "git-secret").chmod(0o644)
        if known_hosts is not None:
            (self.work / "known_hosts").write_text(known_hosts)

    def environment(self, **settings):
        changes = {name: settings.pop(name) for name in list(settings) if name.isupper()}
        values = {"url": self.git_server["urlBase"] + "/app.git" if self.git_server else "", "ref": "", "folder": ".",
                  "depth": 1, "submodules": 0, "lfs": 0, "timeout": 300, "auth": "key", **settings}
        return dict(os.environ, AZ_BATCH_TASK_WORKING_DIR=str(self.work), BATCHDESK_RETRY_PAUSE="0",
                    **{f"BATCHDESK_GIT_{name.upper()}": str(value) for name, value in values.items()}, **changes)

    def start(self, **settings):
        return subprocess.Popen(["bash", str(SCRIPT)], cwd=self.work, env=self.environment(**settings),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def clone(self, **settings):
        """With the accepted key, unless the secret is given."""
        if settings.get("auth", "key") == "key":
            self.put(settings.pop("secret", self.git_server["clientKey"]),
                     settings.pop("known_hosts", self.git_server.known_hosts()))
        else:
            self.put(settings.pop("secret", None))
        with self.start(**settings) as process:
            self.out, self.err = process.communicate()
        self.check_nothing_left()
        return process.returncode

    def check_nothing_left(self):
        for name in SECRETS:
            self.assertFalse(list(self.work.rglob(name)), name)
        self.assertFalse(list(self.work.glob(".clone*")))
        self.wait_for(lambda: not processes(self.marker))

    def check_cloned(self, **settings):
        code = self.clone(**settings)
        self.assertEqual(code, 0, self.err)
        self.assertEqual(self.err, "")
        self.assertRegex(self.out, r"commit [0-9a-f]{40}\.\nclone: Ready\.\n$")
        self.assertEqual(sorted(path.name for path in self.work.iterdir()), ["app", "repository"])

    def check_fails(self, code, *phrases, **settings):
        self.assertEqual(self.clone(**settings), code, self.out + self.err)
        last = self.err.splitlines()[-1]
        # What is wrong, and what to do about it: two sentences at least.
        self.assertRegex(last, re.compile(r"^clone: .+[.?!:;] .+[.?!]$", re.DOTALL))
        for phrase in phrases:
            self.assertIn(phrase, last)
        self.assertFalse((self.work / "repository").exists())
        self.assertFalse(os.path.lexists(self.work / "app"))
        return last

    def wait_for(self, condition):
        end = time.monotonic() + 120
        while not (result := condition()):
            self.assertLess(time.monotonic(), end, "what was waited for did not happen")
        return result

    def tools(self, *missing):
        """A PATH with all that is here but the missing."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for path in reversed(os.environ["PATH"].split(os.pathsep)):
            if not os.path.isdir(path):
                continue
            for entry in os.scandir(path):
                link = pathlib.Path(folder.name, entry.name)
                if entry.name not in missing and shutil.which(entry.name, path=path):
                    link.unlink(missing_ok=True)
                    link.symlink_to(entry.path)
        return folder.name
