# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""start-tools.sh changes nothing where the tools are, and installs on nodes of Azure Batch alone.

Package managers are played by small scripts that write down how they were called: no test may change
the machine it runs on.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[3] / "resources" / "nodes" / "start-tools.sh"
REAL_NODE = {"AZ_BATCH_NODE_ROOT_DIR": "/mnt/batch/tasks",
             "AZ_BATCH_ACCOUNT_URL": "https://account.westeurope.batch.azure.com/"}
MANAGERS = ("apt-get", "dnf", "tdnf", "zypper")


@unittest.skipIf(os.name == "nt", "the script of Linux nodes")
class StartTools(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        self.calls = self.folder / "calls"
        for tool in ("bash", "sleep", "ln", "rm", "cat"):
            (self.bin / tool).symlink_to(shutil.which(tool))

    def tool(self, name, *lines):
        path = self.bin / name
        path.write_text("\n".join(["#!/bin/bash", *lines]) + "\n")
        path.chmod(0o755)

    def user(self, number):
        self.tool("id", f"echo {number}")

    def manager(self, name, *lines):
        """A package manager that notes its arguments; by default it brings Python."""
        lines = lines or (f"case \" $* \" in *' install '*) cat >{self.bin}/python3 <<<$'#!/bin/bash\\necho Python 3.99' ;; esac",
                          f"[ ! -e {self.bin}/python3 ] || /bin/chmod 755 {self.bin}/python3")
        self.tool(name, f'printf "%s\\n" "{name} $*" >>{self.calls}', *lines)

    def start(self, *tools, **environment):
        return subprocess.run(["bash", str(SCRIPT), *(tools or ("python3",))], check=False, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={"PATH": str(self.bin), "BATCHDESK_RETRY_PAUSE": "0", **environment})

    def called(self):
        return self.calls.read_text().splitlines() if self.calls.exists() else []

    def test_changes_nothing_where_python_is(self):
        (self.bin / "python3").symlink_to(os.path.realpath(shutil.which("python3")))
        self.user(0)
        for name in MANAGERS:
            self.manager(name)
        result = self.start(**REAL_NODE)
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("nothing was changed", result.stdout)
        self.assertEqual(self.called(), [])

    def test_never_installs_on_a_machine_that_is_no_node(self):
        local = {"AZ_BATCH_NODE_ROOT_DIR": "/home/somebody/state/nodes/n1"}
        machines = {
            "no Batch at all": {},
            "service on this computer": dict(local, AZ_BATCH_ACCOUNT_URL="http://127.0.0.1:43211/"),
            "the same by name": dict(local, AZ_BATCH_ACCOUNT_URL="http://localhost:43211/"),
            "the same with TLS": dict(local, AZ_BATCH_ACCOUNT_URL="https://127.0.0.1:43211/"),
            "the same with TLS by name": dict(local, AZ_BATCH_ACCOUNT_URL="https://localhost:43211/"),
            "IPv6": dict(local, AZ_BATCH_ACCOUNT_URL="https://[::1]:43211/"),
            "no address": local,
            "address alone": {"AZ_BATCH_ACCOUNT_URL": REAL_NODE["AZ_BATCH_ACCOUNT_URL"]},
        }
        self.user(0)
        for name in MANAGERS:
            self.manager(name)
        for machine, environment in machines.items():
            with self.subTest(machine):
                result = self.start(**environment)
                self.assertEqual(result.returncode, 1, result.stdout)
                self.assertIn("not a node of Azure Batch", result.stdout)
                self.assertEqual(self.called(), [])

    def test_needs_administrator_rights(self):
        self.user(1000)
        self.manager("apt-get")
        result = self.start(**REAL_NODE)
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertIn("administrator rights", result.stdout)
        self.assertEqual(self.called(), [])

    def test_installs_with_what_the_image_has(self):
        self.user(0)
        for name in MANAGERS:
            with self.subTest(name):
                self.manager(name)
                result = self.start(**REAL_NODE)
                self.assertEqual(result.returncode, 0, result.stdout)
                self.assertIn("Python 3.99 with venv and pip was installed", result.stdout)
                calls = self.called()
                self.assertTrue(calls and all(call.startswith(name + " ") for call in calls), calls)
                self.assertIn("python3-pip", calls[-1])
                for path in (self.bin / name, self.bin / "python3", self.calls):
                    path.unlink()

    def test_apt_waits_for_locks_and_refreshes_its_lists_first(self):
        self.user(0)
        self.manager("apt-get")
        self.assertEqual(self.start(**REAL_NODE).returncode, 0)
        update, install = self.called()
        self.assertIn("DPkg::Lock::Timeout=", update)
        self.assertTrue(update.endswith(" update"))
        self.assertIn("python3-venv", install)

    def test_python_without_venv_is_completed(self):
        self.user(0)
        self.tool("python3", "[ \"$1\" = --version ]")
        self.manager("apt-get")
        result = self.start(**REAL_NODE)
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("venv and pip are not", result.stdout)
        self.assertEqual(len(self.called()), 2)

    def bringing(self, manager, *programs):
        """A package manager that brings these."""
        self.manager(manager, *(f"printf '#!/bin/bash\\necho {name} 9.9\\n' >{self.bin}/{name}; /bin/chmod 755 {self.bin}/{name}"
                                for name in programs))

    def test_git_brings_the_ssh_client(self):
        for name, client in (("apt-get", "openssh-client"), ("dnf", "openssh-clients"), ("tdnf", "openssh-clients"),
                             ("zypper", "openssh-clients")):
            with self.subTest(name):
                self.user(0)
                self.bringing(name, "git", "ssh", "ssh-keygen", "git-lfs")
                result = self.start("git", "git-lfs", **REAL_NODE)
                self.assertEqual(result.returncode, 0, result.stdout)
                self.assertIn("git 9.9 with ssh was installed", result.stdout)
                self.assertIn("git-lfs was installed", result.stdout)
                words = self.called()[-1].split()
                self.assertIn(client, words)
                self.assertEqual(words.count("git"), 1)
                self.assertIn("git-lfs", words)
                self.assertNotIn("python3", words)
                for path in (self.bin / name, self.calls, *(self.bin / tool for tool in ("git", "ssh", "ssh-keygen", "git-lfs"))):
                    path.unlink()

    def test_only_what_is_missing_is_installed(self):
        self.user(0)
        self.bringing("dnf", "ssh", "ssh-keygen")
        (self.bin / "python3").symlink_to(os.path.realpath(shutil.which("python3")))
        self.tool("git", "echo git version 2.25.0")
        result = self.start("python3", "git", **REAL_NODE)
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("git is here, but the SSH client is not", result.stdout)
        self.assertEqual(self.called(), ["dnf install -y -q git openssh-clients"])

    def test_package_that_does_not_bring_what_it_should(self):
        self.user(0)
        self.bringing("zypper", "git")
        result = self.start("git", **REAL_NODE)
        self.assertEqual(result.returncode, 2, result.stdout)
        self.assertIn("The packages were installed, but git is here, but the SSH client is not", result.stdout)

    def test_tells_what_to_install_by_hand(self):
        result = self.start("python3", "git", "git-lfs")
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertIn("sudo apt-get install python3 python3-venv python3-pip git openssh-client ca-certificates git-lfs)", result.stdout)

    def test_wrong_use(self):
        self.user(0)
        self.manager("apt-get")
        result = self.start("python3", "perl", **REAL_NODE)
        self.assertEqual(result.returncode, 3, result.stdout)
        self.assertIn("no tool 'perl'", result.stdout)
        self.assertEqual(subprocess.run(["bash", str(SCRIPT)], check=False, stderr=subprocess.DEVNULL).returncode, 3)
        self.assertEqual(self.called(), [])

    def test_tries_again_and_then_gives_up(self):
        self.user(0)
        self.manager("dnf", "exit 1")
        result = self.start(**REAL_NODE)
        self.assertEqual(result.returncode, 2, result.stdout)
        self.assertEqual(len(self.called()), 4)
        self.assertIn("could not be installed", result.stdout)

    def test_one_failure_is_forgiven(self):
        self.user(0)
        self.manager("dnf", f"[ -e {self.folder}/second ] || {{ : >{self.folder}/second; exit 1; }}",
                     f"cat >{self.bin}/python3 <<<$'#!/bin/bash\\necho Python 3.99'",
                     f"/bin/chmod 755 {self.bin}/python3")
        result = self.start(**REAL_NODE)
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertEqual(len(self.called()), 2)

    def test_an_image_without_package_manager(self):
        self.user(0)
        result = self.start(**REAL_NODE)
        self.assertEqual(result.returncode, 2, result.stdout)
        self.assertIn("none of apt-get, dnf, tdnf and zypper", result.stdout)
