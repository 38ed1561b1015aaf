# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""clone.sh over HTTPS: a token goes to the host it is for, and nobody else sees it. Git LFS, for real."""

import hashlib
import os
import signal
import subprocess
import tempfile
import threading
import unittest

from cloning import CloneCase, processes, seen_by_others
from githttps import USER, Server, make_certificate

TOKEN = "token-of-the-tests-3b1f9c27"
LARGE = b"kept by Git LFS\n" * 1000


def git(*arguments, where):
    environment = dict(os.environ, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
    return subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments], cwd=where,
                          env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


@unittest.skipIf(os.name == "nt", "the script of Linux nodes")
class Https(CloneCase):
    def setUp(self):
        super().setUp()
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name
        self.certificate = make_certificate(self.folder)
        self.server = self.serve(TOKEN)
        self.repository("app", {"main.py": "print('over HTTPS')\n"})

    def serve(self, token):
        server = Server(self.folder, self.certificate, token)
        self.addCleanup(server.close)
        return server

    def repository(self, name, files, *links):
        """links: a path and an address each, of repositories made before."""
        work = os.path.join(self.folder, "work", name)
        git("init", "-q", "-b", "main", work, where=self.folder)
        for path, text in files.items():
            with open(os.path.join(work, path), "w", encoding="utf-8") as file:
                file.write(text)
        git("add", ".", where=work)
        for path, url in links:
            git("config", "-f", ".gitmodules", f"submodule.{path}.path", path, where=work)
            git("config", "-f", ".gitmodules", f"submodule.{path}.url", url, where=work)
            commit = git("rev-parse", "main", where=os.path.join(self.folder, os.path.basename(url)))
            git("add", ".gitmodules", where=work)
            git("update-index", "--add", "--cacheinfo", f"160000,{commit},{path}", where=work)
        git("commit", "-q", "-m", "Begin", where=work)
        git("clone", "-q", "--bare", work, os.path.join(self.folder, f"{name}.git"), where=self.folder)

    def settings(self, **changes):
        return {"url": f"https://{self.server.authority}/app.git", "auth": "token", "secret": TOKEN,
                "host": "127.0.0.1", "user": USER, "GIT_SSL_CAINFO": str(self.certificate[0]), **changes}


class Token(Https):
    def test_is_given_to_its_host(self):
        for host in ("127.0.0.1", self.server.authority):
            with self.subTest(host):
                self.server.given.clear()
                self.check_cloned(**self.settings(host=host))
                self.assertEqual((self.work / "app" / "main.py").read_text(), "print('over HTTPS')\n")
                self.assertEqual(set(self.server.given), {f"{USER}:{TOKEN}"})

    def test_goes_with_the_name_in_the_address_too(self):
        self.check_cloned(**self.settings(url=f"https://{USER}@{self.server.authority}/app.git"))

    def test_is_not_given_to_another_host(self):
        for host in ("example.org", "127.0.0.1:1", "", "27.0.0.1", "127.0.0.1.example.org"):
            with self.subTest(host):
                self.check_fails(17, "did not accept the token", **self.settings(host=host))
                self.assertEqual(self.server.given, [])

    def test_is_not_given_to_the_host_of_a_submodule(self):
        other = self.serve("another token")
        self.repository("with-foreign", {"main.py": ""}, ("foreign", f"https://{other.authority}/app.git"))
        self.check_fails(22, "foreign", "token", submodules=1,
                         **self.settings(url=f"https://{self.server.authority}/with-foreign.git"))
        self.assertEqual(other.given, [])

    def test_is_not_given_to_where_the_server_leads(self):
        other = self.serve("another token")
        self.server.refusal = (302, "", {"Location": f"https://{other.authority}/app.git/info/refs?service=git-upload-pack"})
        self.check_fails(17, **self.settings())
        self.assertEqual(other.given, [])

    def test_reaches_submodules_beside_the_repository(self):
        self.repository("with-library", {"main.py": ""}, ("library", "../app.git"))
        self.check_cloned(submodules=1, **self.settings(url=f"https://{self.server.authority}/with-library.git"))
        self.assertTrue((self.work / "app" / "library" / "main.py").exists())

    def test_that_is_wrong(self):
        last = self.check_fails(17, "did not accept the token", "still valid", **self.settings(secret="wrong-one-5d1"))
        self.assertNotIn("wrong-one-5d1", self.out + self.err + last)

    def test_that_did_not_come(self):
        self.check_fails(17, "did not come", **self.settings(secret=None))

    def test_that_is_needed(self):
        self.check_fails(17, "wants to know who asks", **self.settings(auth="none", secret=None))

    def test_is_needed_for_no_public_repository(self):
        self.server.token = None
        self.check_cloned(**self.settings(auth="none", secret=None))
        self.assertEqual(self.server.given, [])

    def test_is_seen_by_nobody(self):
        """Looks around while git waits for the answer to a request that bears the token."""
        seen = []
        self.server.heard = lambda request: seen.append(seen_by_others()) if request.headers.get("Authorization") else None
        self.check_cloned(**self.settings())
        self.assertGreaterEqual(len(seen), 2)
        for text in seen:
            self.assertIn(self.server.authority.encode(), text)
            self.assertNotIn(TOKEN.encode(), text)
        self.assertNotIn(TOKEN, self.out + self.err)
        for path in self.work.rglob("*"):
            self.assertFalse(path.is_file() and TOKEN.encode() in path.read_bytes(), path)

    def test_is_gone_when_the_clone_is_ended(self):
        asked, over = threading.Event(), threading.Event()
        self.addCleanup(over.set)

        def hang(request):
            if request.headers.get("Authorization"):
                asked.set()
                over.wait()
        self.server.heard = hang
        settings = self.settings()
        self.put(settings.pop("secret"))
        with self.start(**settings) as process:
            self.assertTrue(asked.wait(120))
            self.assertTrue(any("git-remote-https" in name for _, name in processes(self.marker)))
            process.send_signal(signal.SIGTERM)
            process.communicate()
        self.assertEqual(process.returncode, 143)
        self.check_nothing_left()
        self.check_fails(25, "longer than 2 seconds", timeout=2, **self.settings())


class Answers(Https):
    def test_certificate_that_is_not_trusted(self):
        settings = self.settings()
        del settings["GIT_SSL_CAINFO"]
        self.check_fails(26, "certificate", "start task", **settings)
        self.assertEqual(self.server.given, [])

    def test_what_servers_refuse(self):
        for status, text, code in (
                (404, "remote: The project you were looking for could not be found or you don't have permission to view it.", 18),
                (404, "Repository not found.", 18), (401, "HTTP Basic: Access denied.", 17),
                (403, "remote: Write access to repository not granted.", 17),
                (403, "TF400813: The user is not authorized to access this resource.", 17)):
            with self.subTest(text):
                self.server.refusal = (status, text, {})
                self.check_fails(code, **self.settings())

    def test_server_that_is_overloaded_is_asked_again(self):
        self.server.refusal = (503, "Busy", {})
        self.check_fails(19, "could not be reached", **self.settings())
        self.assertEqual(self.out.count("Trying again"), 2)

        answers = iter([(503, "Busy", {})])
        self.server.heard = lambda request: setattr(self.server, "refusal", next(answers, None))
        self.assertEqual(self.clone(**self.settings()), 0, self.err)


class Lfs(Https):
    def setUp(self):
        super().setUp()
        hash_ = hashlib.sha256(LARGE).hexdigest()
        self.kept = os.path.join(self.folder, "lfs", hash_)
        os.mkdir(os.path.dirname(self.kept))
        with open(self.kept, "wb") as file:
            file.write(LARGE)
        self.pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{hash_}\nsize {len(LARGE)}\n"
        self.repository("big", {".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n", "data.bin": self.pointer})
        self.repository("uses-big", {"main.py": ""}, ("big", "../big.git"))

    def settings(self, name="big", **changes):
        return super().settings(url=f"https://{self.server.authority}/{name}.git", **changes)

    def test_files_come_when_asked_for(self):
        self.check_cloned(**self.settings())
        self.assertEqual((self.work / "app" / "data.bin").read_text(), self.pointer)
        self.check_cloned(lfs=1, **self.settings())
        self.assertEqual((self.work / "app" / "data.bin").read_bytes(), LARGE)

    def test_files_of_submodules_come_too(self):
        self.check_cloned(lfs=1, submodules=1, **self.settings("uses-big"))
        self.assertEqual((self.work / "app" / "big" / "data.bin").read_bytes(), LARGE)

    def test_file_that_is_not_there(self):
        os.unlink(self.kept)
        self.check_fails(23, "Git LFS", "switch LFS off", lfs=1, **self.settings())
        self.check_fails(23, "Git LFS", "switch LFS off", lfs=1, submodules=1, **self.settings("uses-big"))

    def test_token_is_not_given_to_where_the_repository_says_its_files_are(self):
        other = self.serve("another token")
        self.repository("astray", {".gitattributes": "*.bin filter=lfs\n", "data.bin": self.pointer,
                                   ".lfsconfig": f"[lfs]\n\turl = https://{other.authority}/big.git/info/lfs\n"})
        self.check_fails(23, lfs=1, **self.settings("astray"))
        self.assertEqual(other.given, [])


if __name__ == "__main__":
    unittest.main()
