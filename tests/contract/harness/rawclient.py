# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Requests that no client would send, and questions that must not count as a client's."""
import base64
import collections
import email.utils
import hashlib
import hmac
import http.client
import json
import urllib.parse

VERSION = "2025-06-01"
JSON_TYPE = "application/json; odata=minimalmetadata"


class Answer(collections.namedtuple("Answer", "status headers body")):
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The error's code, of JSON and of XML alike."""
        if "x-ms-error-code" in self.headers:
            return self.headers["x-ms-error-code"]
        return self.json()["code"] if self.body else ""


class RawBatch:
    """Signs by Shared Key and sends; its User-Agent keeps it out of the table."""

    def __init__(self, variables, version=VERSION):
        self._account = variables["AZURE_BATCH_ACCOUNT"]
        self._key = base64.b64decode(variables["AZURE_BATCH_ACCESS_KEY"])
        self._host = urllib.parse.urlsplit(variables["AZURE_BATCH_ENDPOINT"]).netloc
        self.version = version

    def ask(self, method, path, body=None, query=None, headers=None):
        """path is percent-encoded; body is an object, or text that is sent as it is."""
        parameters = {"api-version": self.version, **(query or {})}
        target = path + "?" + urllib.parse.urlencode(parameters, quote_via=urllib.parse.quote, safe="$")
        text = body if isinstance(body, (str, type(None))) else json.dumps(body)
        data = b"" if text is None else text.encode()
        sent = {"ocp-date": email.utils.formatdate(usegmt=True), "User-Agent": "batchdesk-contract",
                **(headers or {})}
        if data:
            sent["Content-Type"] = JSON_TYPE
        if method != "GET":
            sent["Content-Length"] = str(len(data))
        sent["Authorization"] = f"SharedKey {self._account}:" + self._signature(method, path, parameters, sent)
        connection = http.client.HTTPConnection(self._host, timeout=60)
        try:
            connection.request(method, target, body=data or None, headers=sent)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def _signature(self, method, path, parameters, headers):
        lines = [method] + [headers.get(name, "") for name in (
            "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
            "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range")]
        lines += sorted(f"{name.lower()}:{value}" for name, value in headers.items()
                        if name.lower().startswith("ocp-"))
        resource = f"/{self._account}{path}" + "".join(
            f"\n{name}:{parameters[name]}" for name in sorted(parameters) if parameters[name] != "")
        text = "\n".join(lines) + "\n" + resource
        return base64.b64encode(hmac.new(self._key, text.encode(), hashlib.sha256).digest()).decode()

    def get(self, path, **query):
        """The object or list at path, which must be there."""
        answer = self.ask("GET", path, query=query)
        assert answer.status == 200, (path, answer.status, answer.body)
        return answer.json()
