# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What 2025-06-01 and the versions before it differ in, asked by hand: no client here speaks the newest."""
import unittest

from batch_az import POOL
from harness import Service, until
from harness.rawclient import RawBatch


class Versions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(nodes=1))
        cls.new = RawBatch(cls.service.variables, "2025-06-01")
        cls.old = RawBatch(cls.service.variables, "2022-10-01.16.0")

    def test_a_version_must_be_given_and_known(self):
        for version, code in (("", "MissingRequiredQueryParameter"), ("2024-01-01", "UnsupportedRequestVersion")):
            answer = RawBatch(self.service.variables, version).ask("GET", "/pools")
            self.assertEqual((answer.status, answer.code), (400, code))

    def test_the_timeout_goes_by_two_names(self):
        for name in ("timeout", "timeOut"):
            self.assertEqual(self.new.ask("GET", "/pools", query={name: "30"}).status, 200)

    def test_properties_come_and_go(self):
        answer = self.old.ask("POST", "/pools", {"id": "p", **POOL, "targetNodeCommunicationMode": "simplified"})
        self.assertEqual(answer.status, 201, answer.body)
        self.assertEqual(self.old.get("/pools/p")["targetNodeCommunicationMode"], "simplified")
        self.assertNotIn("targetNodeCommunicationMode", self.new.get("/pools/p"))
        answer = self.new.ask("POST", "/pools", {"id": "q", **POOL, "targetNodeCommunicationMode": "simplified"})
        self.assertEqual((answer.status, answer.code), (400, "InvalidRequestBody"))
        answer = self.old.ask("POST", "/pools", {"id": "q", **POOL, "taskSchedulingPolicy": {
            "nodeFillType": "Spread", "jobDefaultOrder": "creationtime"}})
        self.assertEqual((answer.status, answer.code), (400, "InvalidRequestBody"))

    def test_names_that_none_knows_are_refused(self):
        for client in (self.new, self.old):
            answer = client.ask("POST", "/pools", {"id": "q", **POOL, "colour": "red"})
            self.assertEqual((answer.status, answer.code), (400, "InvalidRequestBody"))

    def test_paths_and_verbs_that_are_none(self):
        answer = self.new.ask("GET", "/nothing")
        self.assertEqual((answer.status, answer.code), (404, "ResourceNotFound"))
        answer = self.new.ask("PUT", "/pools", {})
        self.assertEqual((answer.status, answer.code), (405, "UnsupportedHttpVerb"))

    def test_bodies_that_are_none(self):
        for body in ("{", "[]", '"text"', "\ufeff{", '{"id":"p"} more'):
            answer = self.new.ask("POST", "/pools", body)
            self.assertEqual((answer.status, answer.code), (400, "InvalidRequestBody"), body)
        answer = self.new.ask("POST", "/pools", {"vmSize": "x"})
        self.assertEqual((answer.status, answer.code), (400, "MissingRequiredProperty"))

    def test_nodes_are_put_away_and_taken_out_again(self):
        self.assertEqual(self.new.ask("POST", "/pools", {"id": "n", **POOL, "targetDedicatedNodes": 1}).status, 201)

        def node():
            return next(iter(self.new.get("/pools/n/nodes")["value"]), {"state": "none"})
        until(lambda: node()["state"] == "idle", "the node idle")
        path = f"/pools/n/nodes/{node()['id']}"
        self.assertEqual(self.old.ask("POST", path + "/deallocate").status, 404)
        self.assertEqual(self.new.ask("POST", path + "/deallocate").status, 202)
        until(lambda: node()["state"] == "deallocated", "the node deallocated")
        # A state that older versions do not have is not told to them.
        self.assertNotIn(self.old.get(path).get("state"), ("deallocated", "deallocating"))
        self.assertEqual(self.new.ask("POST", path + "/start").status, 202)
        until(lambda: node()["state"] == "idle", "the node idle again")
        self.assertEqual(self.new.ask("POST", path + "/reimage").status, 202)
        until(lambda: node()["state"] == "idle", "the node as new")
