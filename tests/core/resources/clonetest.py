# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""clone.sh checks out what was asked for from a real SSH server, and says plainly why it cannot."""

import hashlib
import json
import os
import pathlib
import signal
import subprocess
import unittest

from cloning import SCRIPT, CloneCase, GitServer, processes, seen_by_others
from githttps import Server, make_certificate

FOLDER = "projects/sample forecast"


def setUpModule():
    CloneCase.git_server = GitServer("--large")


def tearDownModule():
    CloneCase.git_server.close()


class Cloned(CloneCase):
    def edition(self):
        return (self.work / "repository" / FOLDER / "edition.txt").read_text().strip()

    def test_the_default_branch_with_its_application(self):
        self.check_cloned(folder=FOLDER)
        self.assertEqual(self.edition(), "main")
        self.assertTrue((self.work / "app").is_symlink())
        self.assertEqual((self.work / "app" / "forecast.py").read_bytes(),
                         (SCRIPT.parents[1] / "sample" / "forecast" / "forecast.py").read_bytes())
        self.assertIn(self.git_server["commits"]["main"], self.out)

    def test_all_of_the_repository(self):
        self.check_cloned(folder=".")
        self.assertTrue((self.work / "app" / "README.md").is_file())

    def test_branches_tags_and_commits(self):
        commits = self.git_server["commits"]
        for reference, edition in (("branch:main", "main"), ("branch:dev", "dev"), ("tag:v1", "v1"),
                                   ("branch:both", "branch"), ("tag:both", "tag"),
                                   (f"commit:{commits['v1']}", "v1"), (f"commit:{commits['dev']}", "dev")):
            with self.subTest(reference):
                self.check_cloned(ref=reference)
                self.assertEqual(self.edition(), edition)
                if edition in commits:
                    self.assertIn(commits[edition], self.out)

    def test_commit_from_a_server_that_gives_out_none_by_its_hash(self):
        self.check_cloned(url=self.git_server["old"]["urlBase"] + "/app.git",
                          ref="commit:" + self.git_server["commits"]["v1"])
        self.assertEqual(self.edition(), "v1")
        self.assertIn("Fetching all history", self.out)

    def test_depth(self):
        for depth, count in ((1, 1), (2, 2), (0, 3)):
            with self.subTest(depth=depth):
                self.check_cloned(depth=depth, ref="branch:main")
                self.assertEqual(self.count_commits(), count)

    def count_commits(self):
        return int(self.git_server.git("rev-list", "--count", "HEAD", where=self.work / "repository"))

    def test_a_hundred_megabytes_of_history_stay_where_they_are(self):
        def size(folder):
            return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        self.assertGreater(size(pathlib.Path(self.git_server["repositories"]["large"])), 100 << 20)
        self.check_cloned(url=self.git_server["urlBase"] + "/large.git")
        self.assertLess(size(self.work / "repository"), 1 << 20)
        self.assertEqual((self.work / "app" / "main.py").read_text(), "print('small')\n")

    def test_submodules_only_when_asked_for(self):
        url = self.git_server["urlBase"] + "/with-submodule.git"
        library = self.work / "app" / "library"
        self.check_cloned(url=url)
        self.assertEqual(list(library.iterdir()), [])
        for depth in (1, 0):
            with self.subTest(depth=depth):
                self.check_cloned(url=url, submodules=1, depth=depth)
                self.assertEqual((library / "lib.txt").read_text(), "lib\n")
                self.assertEqual((library / "inner" / "inner.txt").read_text(), "inner\n")

    def test_submodule_whose_commit_is_no_tip_on_an_old_server(self):
        server = self.git_server
        work = server.folder / "work" / "moving"
        server.repository("moving", lambda folder: (folder / "a.txt").write_text("old\n"))
        old = server.git("rev-parse", "HEAD", where=work)
        for text in ("new\n", "newer\n"):
            (work / "a.txt").write_text(text)
            server.git("commit", "-q", "-a", "-m", "Move on", where=work)
        server.git("push", "-q", str(server.folder / "moving.git"), "main", where=work)

        def link(folder):
            (folder / ".gitmodules").write_text('[submodule "m"]\n\tpath = m\n\turl = ../moving.git\n')
            server.git("update-index", "--add", "--cacheinfo", f"160000,{old},m", where=folder)
        server.repository("uses-moving", link)
        self.check_cloned(url=server["old"]["urlBase"] + "/uses-moving.git", submodules=1)
        self.assertEqual((self.work / "app" / "m" / "a.txt").read_text(), "old\n")

    def test_repository_of_the_longer_hashes(self):
        server = self.git_server
        work = server.folder / "work" / "long"
        server.git("init", "-q", "-b", "main", "--object-format=sha256", str(work), where=server.folder)
        (work / "main.py").write_text("print('long')\n")
        server.git("add", ".", where=work)
        server.git("commit", "-q", "-m", "Begin", where=work)
        commit = server.git("rev-parse", "HEAD", where=work)
        server.git("clone", "-q", "--bare", str(work), str(server.folder / "long.git"), where=server.folder)
        for reference in ("branch:main", f"commit:{commit}"):
            with self.subTest(reference):
                self.assertEqual(self.clone(url=server["urlBase"] + "/long.git", ref=reference), 0, self.err)
                self.assertIn(f"commit {commit}.", self.out)
                self.assertTrue((self.work / "app" / "main.py").exists())

    def test_other_kinds_of_key(self):
        self.check_cloned(secret=self.git_server["rsaKey"])

    def test_runs_again_after_a_reboot(self):
        self.check_cloned(ref="branch:dev", folder=FOLDER)
        (self.work / "repository" / "stale").touch()
        self.check_cloned(ref="branch:main", folder=".")
        self.assertFalse((self.work / "repository" / "stale").exists())
        self.assertEqual(self.edition(), "main")
        self.assertTrue((self.work / "app" / "README.md").exists())

    def test_configuration_of_the_machine_does_not_matter(self):
        home = self.work.parent / "home"
        (home / ".ssh").mkdir(parents=True)
        (home / ".gitconfig").write_text('[url "https://nowhere.example/"]\n\tinsteadOf = ssh://\n')
        mark = self.work.parent / "ran"
        self.check_cloned(HOME=str(home), XDG_CONFIG_HOME=str(home), GIT_SSH_COMMAND=f"touch '{mark}'; false",
                          GIT_TRACE="1", GIT_DIR="/nowhere", GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="core.sshCommand",
                          GIT_CONFIG_VALUE_0="false", SSH_AUTH_SOCK="/nowhere", LC_ALL="C.UTF-8", LANGUAGE="de")
        self.assertFalse(mark.exists())

    def test_scripts_after_it_do_not_find_the_secret(self):
        self.put(self.git_server["clientKey"], self.git_server.known_hosts())
        result = subprocess.run(
            ["bash", "-c", f"bash '{SCRIPT}' || exit; ls -A; bash '{SCRIPT.with_name('prepare.sh')}' --in-place"],
            cwd=self.work, env=self.environment(folder=FOLDER), check=False, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertIn("\napp\nrepository\n", result.stdout)
        self.assertTrue(result.stdout.endswith("prepare: Ready.\n"), result.stdout)


class Refused(CloneCase):
    def test_host_key_that_is_not_known(self):
        for known_hosts in ("", self.git_server["hang"]["knownHostsLine"] + "\n", None):
            with self.subTest(known_hosts):
                self.check_fails(13, "is not known", "confirm", known_hosts=known_hosts)

    def test_host_key_that_has_changed(self):
        self.check_fails(14, "DANGER", "HAS CHANGED", known_hosts=self.git_server["wrongKnownHostsLine"] + "\n")

    def test_key_that_is_not_accepted(self):
        self.check_fails(15, "127.0.0.1", "did not accept the key", secret=self.git_server["strangerKey"])

    def test_key_with_a_passphrase(self):
        self.check_fails(16, "passphrase", "without one", secret=self.git_server["lockedKey"])

    def test_key_that_is_none(self):
        for text in ("this is no key", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", ""):
            with self.subTest(text):
                self.check_fails(16, "damaged", "Import it again", secret=text)

    def test_key_that_did_not_come(self):
        self.check_fails(16, "did not come", secret=None)

    def test_repository_that_is_not_there(self):
        self.check_fails(18, "no such repository", "Compare the address", url=self.git_server["urlBase"] + "/nowhere.git")

    def test_what_the_big_hosts_say(self):
        """Over the same sshd: a key that may do nothing but hear a text."""
        folder = self.git_server.folder
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(folder / "answering")], check=True)
        with open(folder / "authorized_keys", "a") as keys:
            public = (folder / "answering.pub").read_text()
            keys.write(f"restrict,command=\"cat '{folder}/answer' >&2; exit 1\" {public}")
        for text, code in (
                ("ERROR: Repository not found.", 18),
                ("ERROR: The project you were looking for could not be found or you don't have permission to view it.", 18),
                ("remote: ERROR: The project you were looking for could not be found.", 18),
                ("repository does not exist.", 18),
                ("The requested repository either does not exist or you do not have access.", 18),
                ("remote: TF401019: The Git repository with name or identifier x does not exist or you do not have permissions "
                 "for the operation you are attempting.", 18),
                ("remote: TF200016: The following project does not exist: x.", 18),
                ("remote: Public key authentication failed.", 15),
                ("ERROR: Permission to owner/repo.git denied to deploy key", 15),
                ("ERROR: The 'x' organization has enabled or enforced SAML SSO.", 15)):
            with self.subTest(text):
                (folder / "answer").write_text(text + "\n")
                self.check_fails(code, secret=str(folder / "answering"))
                self.assertIn(text, self.err)

    def test_server_that_is_not_there(self):
        # Port 9 of this machine: discard, and nobody listens there.
        last = self.check_fails(19, "could not be reached", "firewall", url="ssh://git@127.0.0.1:9/app.git")
        self.assertIn("127.0.0.1:9", last)
        self.assertEqual(self.err.count("Trying again") + self.out.count("Trying again"), 2)
        self.check_fails(19, "no-such-host.invalid", url="git@no-such-host.invalid:owner/app.git")

    def test_reference_that_is_not_there(self):
        for reference, phrase in (("branch:nowhere", "no branch nowhere"), ("tag:main", "no tag main"),
                                  ("branch:v1", "no branch v1"), ("commit:" + "1" * 40, "no commit 111111")):
            with self.subTest(reference):
                self.check_fails(20, phrase, ref=reference)

    def test_empty_repository(self):
        self.git_server.git("init", "-q", "--bare", "empty.git", where=self.git_server.folder)
        self.check_fails(20, "empty", url=self.git_server["urlBase"] + "/empty.git")

    def test_folder_that_is_not_there(self):
        self.check_fails(21, "no folder nowhere", "docs, projects", folder="nowhere")
        self.check_fails(21, "In projects are the folders: sample forecast", folder="projects/nowhere/at all")
        self.check_fails(21, "In docs are no folders", folder="docs/notes.txt")

    def test_folder_that_leaves_the_repository(self):
        self.git_server.repository("leaving", lambda folder: ((folder / "out").symlink_to("/etc"),
                                                              (folder / "in").mkdir(), (folder / "in" / "a").touch()))
        for folder in ("out", "..", "in/../..", "out/../etc"):
            with self.subTest(folder):
                self.check_fails(21, "At its top are the folders: in", folder=folder,
                                 url=self.git_server["urlBase"] + "/leaving.git")
        self.check_fails(21, "git's own", folder=".git")

    def test_submodule_that_cannot_be_fetched(self):
        self.check_fails(22, "The submodule library could not", "no such repository", "switch submodules off",
                         url=self.git_server["urlBase"] + "/broken-submodule.git", submodules=1)

    def test_submodule_on_a_server_that_is_not_known(self):
        commit = self.git_server["commits"]["main"]
        self.git_server.repository("foreign-submodule", lambda folder: (
            (folder / ".gitmodules").write_text(
                f'[submodule "m"]\n\tpath = far away\n\turl = {self.git_server["old"]["urlBase"]}/app.git\n'),
            self.git_server.git("update-index", "--add", "--cacheinfo", f"160000,{commit},far away", where=folder)))
        url = self.git_server["urlBase"] + "/foreign-submodule.git"
        self.check_fails(22, "The submodule far away", "host key of its server is not known", url=url, submodules=1,
                         known_hosts=self.git_server["knownHostsLine"] + "\n")
        self.check_cloned(url=url, submodules=1)

    def test_submodule_that_is_reached_another_way(self):
        mark = self.work.parent / "ran"
        for number, url in enumerate((f"ext::sh -c touch% '{mark}'", f"file://{self.git_server.folder}/lib.git",
                                      "http://127.0.0.1:9/lib.git", "git://127.0.0.1:9/lib.git")):
            with self.subTest(url):
                def link(folder, url=url):
                    self.git_server.git("config", "-f", str(folder / ".gitmodules"), "submodule.m.path", "m", where=folder)
                    self.git_server.git("config", "-f", str(folder / ".gitmodules"), "submodule.m.url", url, where=folder)
                    self.git_server.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},m", where=folder)
                self.git_server.repository(f"other-way-{number}", link)
                self.check_fails(22, "The submodule m", "neither SSH nor HTTPS", submodules=1,
                                 url=f"{self.git_server['urlBase']}/other-way-{number}.git")
                self.assertFalse(mark.exists())

    def test_tools_that_are_missing(self):
        self.check_fails(10, "git is missing", "start task", PATH=self.tools("git"))
        self.check_fails(11, "SSH client is missing", PATH=self.tools("ssh"))
        self.check_fails(12, "git-lfs is missing", PATH=self.tools("git-lfs"), lfs=1)

    def test_disk_that_is_full(self):
        """A file system of this process alone, too small for the repository."""
        as_root = [] if os.getuid() == 0 else ["--map-root-user"]
        script = ('mount -t tmpfs -o size=64k tmpfs "$PWD" && cd "$PWD" && cat "$1" >git-secret && '
                  'printf "%s" "$2" >known_hosts && exec bash "$3"')
        result = subprocess.run(
            ["unshare", "--mount", *as_root, "bash", "-c", script, "-", self.git_server["clientKey"],
             self.git_server.known_hosts(), str(SCRIPT)], cwd=self.work, env=self.environment(), check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(result.returncode, 24, result.stdout + result.stderr)
        self.assertIn("disk of the node is full", result.stderr.splitlines()[-1])

    def test_wrong_use(self):
        for phrase, settings in (
                ("neither git@host", {"url": "/srv/app.git"}), ("neither git@host", {"url": "file:///srv/app.git"}),
                ("neither git@host", {"url": "-oProxyCommand=x@y:z"}), ("names no repository", {"url": "ssh://host"}),
                ("holds a password", {"url": "https://me:hunter2@host/app.git", "auth": "none"}),
                ("does not go with", {"url": "https://host/app.git"}), ("does not go with", {"auth": "token"}),
                ("DEPTH is not a number", {"depth": "x"}), ("TIMEOUT is not a number", {"timeout": "-1"}),
                ("neither a branch", {"ref": "main"}), ("not a whole commit", {"ref": "commit:abc"}),
                ("cannot be the name", {"ref": "branch:a:b"}), ("cannot be the name", {"ref": "tag:a..b"})):
            with self.subTest(settings):
                self.check_fails(2, phrase, **settings)
                self.assertNotIn("hunter2", self.out + self.err)
        self.assertEqual(subprocess.run(["bash", str(SCRIPT)], env={"PATH": os.environ["PATH"]}, check=False,
                                        stderr=subprocess.DEVNULL).returncode, 2)


class Ended(CloneCase):
    def settings(self):
        return {"url": self.git_server["hang"]["urlBase"] + "/app.git"}

    def test_clone_that_hangs(self):
        self.check_fails(25, "longer than 2 seconds", timeout=2, **self.settings())

    def test_server_that_says_nothing(self):
        self.check_fails(25, "longer than 1 seconds", timeout=1, url=f"ssh://git@127.0.0.1:{self.git_server['silent']}/app.git")

    def test_submodule_that_hangs(self):
        self.git_server.repository("hanging-submodule", lambda folder: (
            (folder / ".gitmodules").write_text(
                f'[submodule "m"]\n\tpath = m\n\turl = {self.git_server["hang"]["urlBase"]}/app.git\n'),
            self.git_server.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},m", where=folder)))
        self.check_fails(25, "longer than 5 seconds", timeout=5, submodules=1,
                         url=self.git_server["urlBase"] + "/hanging-submodule.git")

    def test_signals_end_all_of_it(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with self.subTest(number):
                self.put(self.git_server["clientKey"], self.git_server.known_hosts())
                with self.start(**self.settings()) as process:
                    self.wait_for(lambda: any(name.endswith("ssh") for _, name in processes(self.marker)))
                    process.send_signal(number)
                    process.communicate()
                self.assertEqual(process.returncode, 128 + number)
                self.check_nothing_left()
                self.assertEqual(list(self.work.iterdir()), [])

    def test_no_file_keeps_the_key_of_a_clone_that_is_killed(self):
        self.put(self.git_server["clientKey"], self.git_server.known_hosts())
        lines = pathlib.Path(self.git_server["clientKey"]).read_bytes().splitlines()[1:-1]
        with self.start(**self.settings()) as process:
            self.wait_for(lambda: any(name.endswith("ssh") for _, name in processes(self.marker)))
            for when in ("while it runs", "killed"):
                with self.subTest(when):
                    self.assertTrue(list(self.work.rglob("ssh_config")))
                    for path in self.work.rglob("*"):
                        self.assertFalse(path.is_file() and any(line in path.read_bytes() for line in lines), path)
                    if when == "while it runs":
                        self.check_only_shell_holds_secret(process.pid)
                        self.assertFalse(list(pathlib.Path("/dev/shm").glob(f"clone.{process.pid}.*")))
                        process.kill()
                        process.wait()
            for number, _ in processes(self.marker):
                os.kill(number, signal.SIGKILL)
        # Its traces are gone after the next one.
        self.check_cloned()

    def check_only_shell_holds_secret(self, shell):
        holders = set()
        for number, _ in processes(self.marker):
            for link in pathlib.Path("/proc", str(number), "fd").iterdir():
                if "secret" in os.readlink(link):
                    holders.add(number)
        self.assertEqual(holders, {shell})

    def test_the_key_is_seen_by_nobody(self):
        key = pathlib.Path(self.git_server["clientKey"]).read_text()
        self.put(self.git_server["clientKey"], self.git_server.known_hosts())
        with self.start(**self.settings()) as process:
            self.wait_for(lambda: any(name.endswith("ssh") for _, name in processes(self.marker)))
            seen = seen_by_others()
            process.terminate()
            out, err = process.communicate()
        # The look itself works: the address is there.
        self.assertIn(self.settings()["url"].encode(), seen)
        for line in key.splitlines()[1:-1]:
            self.assertNotIn(line.encode(), seen)
            self.assertNotIn(line, out + err)


class Lfs(CloneCase):
    """The files come over HTTPS, from where the SSH server says, as all hosts do it."""

    LARGE = b"kept by Git LFS\n" * 1000

    def setUp(self):
        super().setUp()
        folder = self.git_server.folder
        name = hashlib.sha256(self.LARGE).hexdigest()
        (folder / "lfs").mkdir(exist_ok=True)
        (folder / "lfs" / name).write_bytes(self.LARGE)
        self.certificate = make_certificate(folder)
        server = Server(folder, self.certificate)
        self.addCleanup(server.close)
        (folder / "where").write_text(json.dumps({"href": f"https://{server.authority}/big.git/info/lfs"}))
        pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{name}\nsize {len(self.LARGE)}\n"
        self.git_server.repository("big", lambda work: ((work / ".gitattributes").write_text("*.bin filter=lfs -text\n"),
                                                        (work / "data.bin").write_text(pointer)))
        (folder / "host").write_text("#!/bin/sh\ncase $SSH_ORIGINAL_COMMAND in\n"
                                     f"git-lfs-authenticate*) cat '{folder}/where' ;;\n"
                                     '*) exec sh -c "$SSH_ORIGINAL_COMMAND" ;;\nesac\n')
        (folder / "host").chmod(0o755)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(folder / "lfs_key")], check=True)
        with open(folder / "authorized_keys", "a") as keys:
            keys.write(f"restrict,command=\"'{folder}/host'\" {(folder / 'lfs_key.pub').read_text()}")

    def test_files_of_a_repository_with_a_key(self):
        self.check_cloned(url=self.git_server["urlBase"] + "/big.git", lfs=1, GIT_SSL_CAINFO=str(self.certificate[0]),
                          secret=str(self.git_server.folder / "lfs_key"))
        self.assertEqual((self.work / "app" / "data.bin").read_bytes(), self.LARGE)


if __name__ == "__main__":
    unittest.main()
