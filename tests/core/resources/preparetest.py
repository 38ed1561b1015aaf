# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""prepare.sh unpacks the application and installs its packages, without leaving its folder or this machine."""

import hashlib
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import unittest
import zipfile

SCRIPT = pathlib.Path(__file__).resolve().parents[3] / "resources" / "nodes" / "prepare.sh"
TOOLS = ("bash", "rm", "mkdir", "sed", "grep", "tee", "sleep", "cat")


def put(package, name, text="", mode=stat.S_IFREG | 0o644):
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = mode << 16
    package.writestr(entry, text)


def make_wheel(path):
    """An empty package of one module, as small as the format allows."""
    info = "sampled_greeting-1.0.dist-info"
    files = {
        "sampled_greeting.py": "TEXT = 'hello from a wheel'\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: sampled-greeting\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            put(wheel, name, text)
        put(wheel, f"{info}/RECORD", record)


@unittest.skipIf(os.name == "nt", "the script of Linux nodes")
class Prepare(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="a job's folder ")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.work = self.folder / "wd"
        self.work.mkdir()
        # Nothing here may reach an index: what is installed lies in the archive.
        self.environment = dict(os.environ, AZ_BATCH_TASK_WORKING_DIR=str(self.work), PIP_NO_INDEX="1",
                                PIP_CONFIG_FILE=os.devnull, PIP_CACHE_DIR=str(self.folder / "cache"),
                                BATCHDESK_RETRY_PAUSE="0", HOME=str(self.folder))

    def archive(self, **entries):
        with zipfile.ZipFile(self.work / "application.zip", "w") as package:
            for name, text in entries.items():
                put(package, name, text)
        return zipfile.ZipFile(self.work / "application.zip", "a")

    def prepare(self, *arguments, **changes):
        return subprocess.run(["bash", str(SCRIPT), *(arguments or ("application.zip",))], cwd=self.work,
                              env=dict(self.environment, **changes), check=False, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def without_python(self):
        """A PATH on which nothing but unzip can unpack."""
        tools = self.folder / "tools"
        tools.mkdir()
        for tool in (*TOOLS, "unzip"):
            if shutil.which(tool):
                (tools / tool).symlink_to(shutil.which(tool))
        return str(tools)

    def check_unpacked(self, **changes):
        with self.archive(**{"main.py": "print(1)\n", "data/a b.txt": "x"}) as package:
            put(package, "bin/tool", "#!/bin/sh\necho it runs\n", stat.S_IFREG | 0o755)
            put(package, "empty/", mode=stat.S_IFDIR | 0o755)
        result = self.prepare(**changes)
        self.assertEqual(result.returncode, 0, result.stdout)
        app = self.work / "app"
        self.assertEqual((app / "main.py").read_text(), "print(1)\n")
        self.assertEqual((app / "data" / "a b.txt").read_text(), "x")
        self.assertTrue((app / "empty").is_dir())
        self.assertFalse(os.stat(app / "main.py").st_mode & 0o111)
        self.assertEqual(subprocess.check_output([app / "bin" / "tool"], text=True), "it runs\n")
        self.assertFalse((self.work / "env").exists())
        self.assertIn("No requirements.txt", result.stdout)

    def test_unpacks_and_keeps_executable_bits(self):
        self.check_unpacked()

    @unittest.skipUnless(shutil.which("unzip"), "unzip is not installed")
    def test_unpacks_with_unzip_where_python_is_missing(self):
        self.check_unpacked(PATH=self.without_python())

    def check_refused(self, name, mode=stat.S_IFREG | 0o644, **changes):
        with self.archive(**{"good.txt": "x"}) as package:
            put(package, name, "escaped", mode)
        result = self.prepare(**changes)
        self.assertEqual(result.returncode, 3, result.stdout)
        self.assertIn("Nothing was unpacked", result.stdout)
        self.assertFalse((self.work / "app").exists())
        self.assertEqual(sorted(path.name for path in self.work.iterdir()), ["application.zip"])
        self.assertFalse((self.folder / "escaped.txt").exists())

    def test_refuses_entries_that_leave_the_folder(self):
        for name in ("../escaped.txt", "a/../../escaped.txt", str(self.folder / "escaped.txt"), ".."):
            with self.subTest(name):
                self.check_refused(name)

    def test_refuses_links(self):
        self.check_refused("link", stat.S_IFLNK | 0o777)

    @unittest.skipUnless(shutil.which("unzip"), "unzip is not installed")
    def test_unzip_refuses_them_too(self):
        path = self.without_python()
        for name, mode in (("../escaped.txt", stat.S_IFREG | 0o644), ("link", stat.S_IFLNK | 0o777)):
            with self.subTest(name):
                self.check_refused(name, mode, PATH=path)

    def test_says_when_nothing_can_unpack(self):
        self.archive().close()
        path = self.without_python()
        pathlib.Path(path, "unzip").unlink(missing_ok=True)
        result = self.prepare(PATH=path)
        self.assertEqual(result.returncode, 4, result.stdout)
        self.assertIn("Neither python3 nor unzip", result.stdout)

    def test_damaged_archive(self):
        (self.work / "application.zip").write_bytes(b"PK\x03\x04 and then nothing of use")
        result = self.prepare()
        self.assertEqual(result.returncode, 3)
        self.assertNotIn("Traceback", result.stdout)
        self.assertFalse((self.work / "app").exists())

    def test_missing_archive_and_wrong_use(self):
        self.assertEqual(self.prepare("nowhere.zip").returncode, 3)
        self.assertEqual(self.prepare("one.zip", "two.zip").returncode, 2)
        self.archive().close()
        self.assertEqual(self.prepare(AZ_BATCH_TASK_WORKING_DIR="").returncode, 2)

    def test_requirements_of_comments_alone_make_no_environment(self):
        for text in ("", "\n\n", "# nothing\n   # at all\n", "\ufeff# from Windows\r\n\r\n"):
            with self.subTest(text):
                self.archive(**{"requirements.txt": text}).close()
                result = self.prepare()
                self.assertEqual(result.returncode, 0, result.stdout)
                self.assertIn("names no packages", result.stdout)
                self.assertFalse((self.work / "env").exists())

    def test_installs_a_package_and_starts_clean_when_run_again(self):
        make_wheel(self.folder / "sampled_greeting-1.0-py3-none-any.whl")
        self.archive(**{
            "requirements.txt": "# of our own\r\n./wheels/sampled_greeting-1.0-py3-none-any.whl\r\n",
            "wheels/sampled_greeting-1.0-py3-none-any.whl":
                (self.folder / "sampled_greeting-1.0-py3-none-any.whl").read_bytes(),
        }).close()
        for run in ("first", "after a reboot"):
            with self.subTest(run):
                result = self.prepare()
                self.assertEqual(result.returncode, 0, result.stdout)
                # What the tasks do: the environment first on PATH, and plain python3.
                path = f"{self.work / 'env' / 'bin'}{os.pathsep}{os.environ['PATH']}"
                greeting = subprocess.check_output(
                    ["bash", "-c", "python3 -c 'import sampled_greeting; print(sampled_greeting.TEXT)'"],
                    env=dict(self.environment, PATH=path), text=True)
                self.assertEqual(greeting, "hello from a wheel\n")
                self.assertFalse((self.work / "app" / "stale").exists())
                self.assertFalse((self.work / "env" / "stale").exists())
                (self.work / "app" / "stale").touch()
                (self.work / "env" / "stale").touch()

    def test_application_that_lies_there_already(self):
        """As clone.sh leaves it: a link to a folder with what it needs."""
        self.assertEqual(self.prepare("--in-place").returncode, 3)
        folder = self.work / "repository" / "the application"
        (folder / "wheels").mkdir(parents=True)
        make_wheel(folder / "wheels" / "sampled_greeting-1.0-py3-none-any.whl")
        (folder / "requirements.txt").write_text("./wheels/sampled_greeting-1.0-py3-none-any.whl\n")
        (self.work / "app").symlink_to("repository/the application")
        result = self.prepare("--in-place")
        self.assertEqual(result.returncode, 0, result.stdout)
        self.assertTrue((self.work / "app").is_symlink())
        subprocess.run([self.work / "env" / "bin" / "python", "-c", "import sampled_greeting"], check=True)

    def test_package_that_does_not_exist_is_not_tried_again(self):
        self.archive(**{"requirements.txt": "no-such-package-of-ours==1.0\n"}).close()
        result = self.prepare()
        self.assertEqual(result.returncode, 6, result.stdout)
        self.assertEqual(result.stdout.count("(attempt "), 1)
        self.assertIn("no-such-package-of-ours", result.stdout)
        self.assertIn("Correct requirements.txt", result.stdout)

    def test_index_that_does_not_answer_is_tried_again(self):
        # Port 9 of this machine: discard, and nobody listens there.
        self.archive(**{"requirements.txt": "no-such-package-of-ours==1.0\n"}).close()
        result = self.prepare(PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="1")
        self.assertEqual(result.returncode, 6, result.stdout)
        self.assertEqual(result.stdout.count("(attempt "), 3)
        self.assertIn("could not be fetched in 3 attempts", result.stdout)

    def test_leaves_the_archive_as_it_was(self):
        self.archive(**{"a.txt": "x"}).close()
        before = hashlib.sha256((self.work / "application.zip").read_bytes()).digest()
        self.assertEqual(self.prepare().returncode, 0)
        self.assertEqual(hashlib.sha256((self.work / "application.zip").read_bytes()).digest(), before)
