# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Git over HTTPS, with a token, on this machine: git's own http-backend behind a server of Python's.

It also gives out files of Git LFS, from FOLDER/lfs/HASH, by the batch interface of that.
"""

import base64
import http.server
import json
import os
import pathlib
import ssl
import subprocess
import threading

USER = "somebody"


def make_certificate(folder):
    """Returns the path of a certificate for 127.0.0.1 and of its key."""
    certificate, key = pathlib.Path(folder, "server.crt"), pathlib.Path(folder, "server.key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", str(key), "-out", str(certificate)], check=True, stderr=subprocess.DEVNULL)
    return certificate, key


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in {"Content_Length": len(body), "Content_Type": "text/plain", **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def welcome(self):
        given = self.headers.get("Authorization")
        if given:
            self.server.given.append(base64.b64decode(given.partition(" ")[2]).decode())
        self.server.heard(self)
        if self.server.refusal:
            status, text, headers = self.server.refusal
            self.answer(status, text.encode(), **headers)
            return False
        if self.server.token is None or (given and self.server.given[-1] == f"{USER}:{self.server.token}"):
            return True
        self.answer(401, b"", WWW_Authenticate='Basic realm="git"')
        return False

    def do_GET(self):
        if not self.welcome():
            return
        if "/lfs/" in self.path:
            self.answer(200, (self.server.folder / "lfs" / self.path.rpartition("/")[2]).read_bytes(),
                        Content_Type="application/octet-stream")
        else:
            self.backend(b"")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.welcome():
            return
        if self.path.endswith("/info/lfs/objects/batch"):
            self.lfs(json.loads(body))
        elif "/info/lfs/" in self.path:
            self.answer(404)
        else:
            self.backend(body)

    def lfs(self, request):
        objects = []
        for wanted in request["objects"]:
            found = (self.server.folder / "lfs" / wanted["oid"]).exists()
            objects.append({**wanted, "authenticated": False, "actions": {"download": {
                "href": f"https://127.0.0.1:{self.server.server_port}/lfs/{wanted['oid']}"}}} if found else
                           {**wanted, "error": {"code": 404, "message": "Object does not exist"}})
        self.answer(200, json.dumps({"transfer": "basic", "objects": objects}).encode(),
                    Content_Type="application/vnd.git-lfs+json")

    def backend(self, body):
        path, _, query = self.path.partition("?")
        environment = dict(
            os.environ, GIT_PROJECT_ROOT=str(self.server.folder), GIT_HTTP_EXPORT_ALL="1", PATH_INFO=path,
            QUERY_STRING=query, REQUEST_METHOD=self.command, CONTENT_LENGTH=str(len(body)),
            CONTENT_TYPE=self.headers.get("Content-Type", ""), REMOTE_USER=USER, REMOTE_ADDR="127.0.0.1",
            HTTP_CONTENT_ENCODING=self.headers.get("Content-Encoding", ""),
            GIT_PROTOCOL=self.headers.get("Git-Protocol", ""), GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
        result = subprocess.run(["git", "http-backend"], input=body, env=environment, check=False,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        head, _, content = result.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        status = int(headers.pop("Status", "200").split()[0])
        self.answer(status, content, **{name.replace("-", "_"): value for name, value in headers.items()})


class Server(http.server.ThreadingHTTPServer):
    """Serves FOLDER to whoever has the token; without a token to everybody.

    given: what came as "user:token", one after the other. heard(request) is called for each request.
    refusal: the status, text and headers that everybody gets instead.
    """

    def __init__(self, folder, certificate, token=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.token, self.given, self.refusal = pathlib.Path(folder), token, [], None
        self.heard = lambda request: None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        # The handshake belongs to the thread of the connection, where it holds up nobody.
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)
        self.thread.start()

    def handle_error(self, request, client_address):
        """A client that does not trust the certificate breaks off, as it should."""

    @property
    def authority(self):
        return f"127.0.0.1:{self.server_port}"

    def close(self):
        self.shutdown()
        self.server_close()
        self.thread.join()
