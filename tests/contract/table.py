# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""table.py LOGS README CLI [--update]: the table of operations, from what the suites just proved.

Reads the request logs and refusals that the suites left in LOGS and asks CLI for the list of operations.
Fails when README says something else, or when an operation was neither answered nor refused in any suite;
with --update it writes README instead.
"""
import collections
import difflib
import json
import pathlib
import subprocess
import sys

#: The last is our own, which proves less than one that is not.
CLIENTS = {"batch": ("az", "Python", "JavaScript", "Batchdesk"),
           "blob": ("az", "Python", "JavaScript", "rclone", "Batchdesk")}
#: What no other client that can be installed asks for: the suites do so themselves.
BY_HAND = "by hand"
TITLES = {"batch": "Batch", "blob": "Blob"}

HEAD = """\
<!-- SPDX-FileCopyrightText: 2026 The Batchdesk authors -->
<!-- SPDX-License-Identifier: MIT -->
# What real clients proved

The suites in this folder run clients that are not ours against the service on this computer, and our own
clients against servers that are not ours. The tables below are made by the suites from the service's log of
requests: `yes` says that the client named at the top of the column asked for the operation and was served;
a code says that it was only ever refused, and how. A client's own checks are part of each test: what it
printed or returned, not only that it did not fail. What only our own client asks for, such as operations of
2025-06-01 alone, the suites ask by hand besides: `by hand` says how that went.

| suite | client | server |
|---|---|---|
| `contract.batch.az`, `contract.batch.many`, `contract.blob.az` | Debian's azure-cli 2.45 | the service on this computer |
| `contract.batch.python`, `contract.blob.python` | Debian's python3-azure: azure.batch 13, azure.storage.blob 12 | the service on this computer |
| `contract.batch.js`, `contract.blob.js` | npm's @azure/batch 10.2, @azure/storage-blob 12.27 | the service on this computer |
| `contract.blob.rclone` | Debian's rclone | the service on this computer |
| `contract.ourclient` | our own Batch client (column Batchdesk) | the service on this computer |
| `contract.azurite` | our own Blob client and transfers (column Batchdesk) | Azurite 3.35, and the service on this computer |

    ctest --preset dev -L contract              # all of them, and a look whether this file still says the truth
    cmake --build --preset dev --target contract-table     # write this file from the last run of all of them

`batchdesk-cli serve --request-log FILE` writes such a log, `--list-operations` lists what there is. A suite
skips nothing: a client that is missing is a failure.
"""


def operations_of(cli):
    listed = subprocess.run([cli, "serve", "--list-operations"], stdout=subprocess.PIPE, check=True, text=True)
    return [json.loads(line) for line in listed.stdout.splitlines()]


def lines_of(files):
    for file in sorted(files):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield file, json.loads(line)


class Proofs:
    """What was answered, by service, operation and client."""

    def __init__(self, logs):
        self._served = set()
        self._refused = collections.defaultdict(set)
        for file, line in lines_of(path for path in logs.glob("*--*.jsonl") if "--refusals" not in path.name):
            client = file.stem.split("--")[1]
            # Requests of the suites themselves prove nothing of a client.
            if line["client"].startswith("batchdesk"):
                client = BY_HAND
            elif client not in CLIENTS[line["service"]]:
                continue
            key = (line["service"], line["operation"], client)
            if line["status"] < 400:
                self._served.add(key)
            elif line["code"]:
                self._refused[key].add(line["code"])

    def cell(self, *key):
        if key in self._served:
            return "yes"
        return ", ".join(f"`{code}`" for code in sorted(self._refused.get(key, ())))


def table_of(service, operations, proofs):
    clients = CLIENTS[service]
    rows = [f"## {TITLES[service]}", "", "| operation | request | " + " | ".join([*clients, BY_HAND]) + " |",
            "|---" * (len(clients) + 3) + "|"]
    missing = []
    for operation in sorted((each for each in operations if each["service"] == service),
                            key=lambda each: (each["operation"], each["path"], each["method"])):
        cells = [proofs.cell(service, operation["operation"], client) for client in clients]
        others = cells[:-1]
        cells.append("" if "yes" in others else proofs.cell(service, operation["operation"], BY_HAND))
        if not any(cells):
            missing.append(operation["operation"])
        request = f"`{operation['method']} {operation['path']}`"
        rows.append(f"| {operation['operation']} | {request} | " + " | ".join(cells) + " |")
    return rows + [""], missing


def refusals_of(logs):
    seen = {(line["service"], line["subject"], str(line["status"]), line["code"])
            for _, line in lines_of(logs.glob("*--refusals.jsonl"))}
    rows = ["## Not supported, on purpose", "",
            "Each line was asked for in a suite and refused as it says.", "",
            "| service | what | status | error |", "|---|---|---|---|"]
    rows += [f"| {service} | {subject} | {status} | `{code}` |" for service, subject, status, code in sorted(seen)]
    return rows + [""]


def main():
    logs, readme, cli = (pathlib.Path(argument) for argument in sys.argv[1:4])
    operations, proofs = operations_of(cli), Proofs(logs)
    text, unproven = [HEAD], []
    for service in CLIENTS:
        rows, missing = table_of(service, operations, proofs)
        text += rows
        unproven += missing
    text = "\n".join(text + refusals_of(logs))
    if "--update" in sys.argv:
        readme.write_text(text, encoding="utf-8")
    there = readme.read_text(encoding="utf-8") if readme.exists() else ""
    if there != text:
        print("The suites proved something else than README.md says. If that is meant, write it anew:\n"
              "    cmake --build --preset dev --target contract-table\n")
        print("\n".join(difflib.unified_diff(there.splitlines(), text.splitlines(), "README.md", "this run",
                                             lineterm="")))
        return 1
    if unproven:
        print("No client asked for these operations: " + ", ".join(sorted(set(unproven))))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
