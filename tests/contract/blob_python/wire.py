# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""What no client asks for, asked by hand with a SAS of the account."""
import http.client
import urllib.parse
import xml.etree.ElementTree

from azure.storage.blob import AccountSasPermissions, ResourceTypes, generate_account_sas

from blob_python import BlobTest, later
from harness import probes


class Wire(BlobTest):
    def setUp(self):
        super().setUp()
        self.put("a", b"content", metadata={"m": "1"})
        self.token = generate_account_sas(
            self.account.account_name, self.key, ResourceTypes(service=True, container=True, object=True),
            AccountSasPermissions(read=True, write=True, list=True, create=True, delete=True), later())

    def ask(self, method, path, headers=None, body=None):
        """(status, headers, body); path is under the container."""
        url = urllib.parse.urlsplit(f"{self.container.url}{path}")
        connection = http.client.HTTPConnection(url.netloc, timeout=60)
        try:
            connection.request(method, f"{url.path}?{url.query}&{self.token}", body,
                               {"User-Agent": "batchdesk-contract", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def refuses(self, subject, status, code, *request):
        with self.subTest(subject):
            answer = self.ask(*request)
            self.assertEqual((answer[0], answer[1]["x-ms-error-code"]), (status, code))
            probes.refused("Blob", subject, status, code)

    def test_metadata_alone(self):
        for method in ("GET", "HEAD"):
            status, headers, body = self.ask(method, "/a?comp=metadata")
            self.assertEqual((status, headers["x-ms-meta-m"], body), (200, "1", b""))
            self.container.set_container_metadata({"n": "2"})
            status, headers, body = self.ask(method, "?restype=container&comp=metadata")
            self.assertEqual((status, headers["x-ms-meta-n"], body), (200, "2", b""))

    def test_what_has_no_client_is_refused_too(self):
        self.refuses("versions of the service that it does not know", 400, "InvalidHeaderValue", "GET", "/a?",
                     {"x-ms-version": "2099-01-01"})
        self.refuses("uploads of unknown length (chunked)", 411, "MissingContentLengthHeader", "PUT", "/b?",
                     {"x-ms-blob-type": "BlockBlob"}, iter([b"content"]))
        self.refuses("versions of blobs", 404, "BlobNotFound", "GET", "/a?versionid=2026-01-01T00:00:00.0000000Z")
        self.refuses("CORS", 403, "CorsPreflightFailure", "OPTIONS", "/a?",
                     {"Origin": "http://page", "Access-Control-Request-Method": "GET"})
        self.token = "sr=c&sp=r&sv=2021-12-02&se=2099-01-01&skoid=x&sig=x"
        self.refuses("user delegation SAS", 403, "AuthenticationFailed", "GET", "/a?")
        self.token = "sr=d&sdd=1&sp=r&sv=2021-12-02&se=2099-01-01&sig=x"
        self.refuses("SAS of a directory", 403, "AuthenticationFailed", "GET", "/a?")

    def test_an_error_is_the_documented_document(self):
        status, headers, body = self.ask("GET", "/none?", {"x-ms-client-request-id": "mine",
                                                           "x-ms-version": "2021-12-02"})
        document = xml.etree.ElementTree.fromstring(body)
        self.assertEqual((status, document.tag, document.findtext("Code")), (404, "Error", "BlobNotFound"))
        self.assertIn("RequestId:" + headers["x-ms-request-id"], document.findtext("Message"))
        self.assertEqual((headers["x-ms-client-request-id"], headers["x-ms-version"], headers["Content-Type"]),
                         ("mine", "2021-12-02", "application/xml"))
