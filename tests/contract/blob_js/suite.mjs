// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
//
// What Microsoft's JavaScript client asks of the Blob service named by AZURE_STORAGE_CONNECTION_STRING.
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import {
  AccountSASPermissions, BlobSASPermissions, BlobServiceClient, BlockBlobClient, ContainerClient,
  ContainerSASPermissions, SASProtocol, StorageRetryPolicyType,
} from "@azure/storage-blob";

const options = { retryOptions: { maxTries: 1, retryPolicyType: StorageRetryPolicyType.FIXED } };
const account = BlobServiceClient.fromConnectionString(process.env.AZURE_STORAGE_CONNECTION_STRING, options);
const container = account.getContainerClient("javascript");
const later = new Date(Date.now() + 3600_000);

async function refused(status, code, promise) {
  await assert.rejects(promise, (error) => {
    // An answer to HEAD has no body, from which the client reads the code.
    assert.deepEqual([error.statusCode, error.code ?? error.details?.errorCode], [status, code], error.message);
    return true;
  });
}

async function names(listing) {
  const found = [];
  for await (const item of listing) found.push(item.name);
  return found;
}

async function text(client, ...range) {
  return (await client.downloadToBuffer(...range)).toString();
}

async function containers() {
  await container.create({ metadata: { owner: "me" } });
  await refused(409, "ContainerAlreadyExists", container.create());
  assert.equal((await container.createIfNotExists()).succeeded, false);
  assert.equal(await container.exists(), true);
  assert.deepEqual((await container.getProperties()).metadata, { owner: "me" });
  await container.setMetadata({ other: "you" });
  assert.deepEqual(await names(account.listContainers({ prefix: "java", includeMetadata: true })), ["javascript"]);
  await container.setAccessPolicy(undefined,
    [{ id: "readers", accessPolicy: { permissions: "rl", expiresOn: later, startsOn: new Date() } }]);
  const policy = await container.getAccessPolicy();
  assert.deepEqual(policy.signedIdentifiers.map((each) => [each.id, each.accessPolicy.permissions]),
    [["readers", "rl"]]);
  assert.equal((await account.getAccountInfo()).accountKind, "StorageV2");
  const properties = await account.getProperties();
  assert.equal(properties.deleteRetentionPolicy.enabled, false);
  await account.setProperties({ defaultServiceVersion: "2021-12-02" });
}

async function blobs() {
  const blob = container.getBlockBlobClient("dir/a");
  await blob.upload("hello", 5, { metadata: { m: "1" }, blobHTTPHeaders: { blobContentType: "text/x" } });
  assert.equal(await text(blob), "hello");
  assert.equal(await text(blob, 1, 3), "ell");
  const found = await blob.getProperties();
  assert.deepEqual([found.contentLength, found.contentType, found.metadata], [5, "text/x", { m: "1" }]);
  await refused(409, "BlobAlreadyExists", blob.upload("x", 1, { conditions: { ifNoneMatch: "*" } }));
  await refused(412, "ConditionNotMet", blob.setMetadata({}, { conditions: { ifMatch: "\"0x1\"" } }));
  await blob.setMetadata({ n: "2" }, { conditions: { ifMatch: found.etag } });
  await blob.setHTTPHeaders({ blobContentType: "text/html" });
  await refused(404, "BlobNotFound", container.getBlobClient("none").getProperties());
  const content = randomBytes(3 * 1024 * 1024 + 7);
  const large = container.getBlockBlobClient("large");
  await large.uploadData(content, { blockSize: 1024 * 1024, maxSingleShotSize: 1024 * 1024, concurrency: 3 });
  assert.deepEqual(await large.downloadToBuffer(0, undefined, { blockSize: 1024 * 1024, concurrency: 3 }), content);
  assert.equal((await large.getBlockList("all")).committedBlocks.length, 4);
  const streamed = await large.download(5, 10, { rangeGetContentMD5: true });
  assert.equal(streamed.contentMD5.length, 16);
  streamed.readableStreamBody.resume();
  const blocks = container.getBlockBlobClient("blocks");
  await blocks.stageBlock("YWFh", "one", 3);
  await blocks.stageBlockFromURL("YmJi", blob.url, 1, 3);
  await blocks.commitBlockList(["YmJi", "YWFh"]);
  assert.equal(await text(blocks), "ellone");
}

async function listings() {
  for (const name of ["odd/a b", "odd/#%?", "odd/ä", "odd/\u{1F600}", "odd/+&<>\"'", "odd/new\nline"])
    await container.getBlockBlobClient(name).upload(name, Buffer.byteLength(name));
  const odd = await names(container.listBlobsFlat({ prefix: "odd/" }));
  assert.deepEqual(odd, ["odd/#%?", "odd/+&<>\"'", "odd/a b", "odd/new\nline", "odd/ä", "odd/\u{1F600}"]);
  for (const name of odd) assert.equal(await text(container.getBlobClient(name)), name);
  const pages = [];
  for await (const page of container.listBlobsFlat({ prefix: "odd/" }).byPage({ maxPageSize: 2 }))
    pages.push(page.segment.blobItems.length);
  assert.deepEqual(pages, [2, 2, 2]);
  // The client gives the prefixes of a page first, wherever they stood.
  const top = [];
  for await (const item of container.listBlobsByHierarchy("/")) top.push(`${item.kind} ${item.name}`);
  assert.deepEqual(top, ["prefix dir/", "prefix odd/", "blob blocks", "blob large"]);
  const answer = await account.getBlobBatchClient().deleteBlobs(
    odd.map((name) => container.getBlobClient(name)));
  assert.equal(answer.subResponsesSucceededCount, odd.length);
}

async function copiesLeasesSnapshots() {
  const source = container.getBlockBlobClient("dir/a");
  const copy = container.getBlockBlobClient("copy");
  const poller = await copy.beginCopyFromURL(source.url);
  assert.equal((await poller.pollUntilDone()).copyStatus, "success");
  const readable = await source.generateSasUrl({ permissions: BlobSASPermissions.parse("r"), expiresOn: later });
  await copy.syncCopyFromURL(readable);
  await copy.syncUploadFromURL(readable);
  assert.equal(await text(copy), "hello");
  const snapshot = (await copy.createSnapshot()).snapshot;
  await copy.upload("new", 3);
  assert.equal(await text(copy.withSnapshot(snapshot)), "hello");
  await refused(409, "SnapshotsPresent", copy.delete());
  const lease = copy.getBlobLeaseClient(randomUUID());
  await lease.acquireLease(-1);
  await refused(412, "LeaseIdMissing", copy.upload("newer", 5));
  await lease.renewLease();
  await lease.changeLease(randomUUID());
  await lease.releaseLease();
  await copy.delete({ deleteSnapshots: "include" });
}

async function signatures() {
  const blob = container.getBlockBlobClient("dir/a");
  const reader = new BlockBlobClient(
    await blob.generateSasUrl({ permissions: BlobSASPermissions.parse("r"), expiresOn: later,
                                startsOn: new Date(Date.now() - 600_000), protocol: SASProtocol.HttpsAndHttp,
                                ipRange: { start: "127.0.0.1" }, contentType: "text/sas" }), undefined, options);
  assert.equal((await reader.getProperties()).contentType, "text/sas");
  await refused(403, "AuthorizationPermissionMismatch", reader.delete());
  const lister = new ContainerClient(
    await container.generateSasUrl({ permissions: ContainerSASPermissions.parse("rl"), expiresOn: later }),
    undefined, options);
  assert.ok((await names(lister.listBlobsFlat())).includes("dir/a"));
  const byPolicy = new ContainerClient(await container.generateSasUrl({ identifier: "readers" }), undefined, options);
  assert.ok((await names(byPolicy.listBlobsFlat())).includes("dir/a"));
  const whole = new BlobServiceClient(
    await account.generateAccountSasUrl(later, AccountSASPermissions.parse("rl"), "sco"), undefined, options);
  assert.ok((await names(whole.listContainers())).includes("javascript"));
  await refused(403, "AuthorizationPermissionMismatch", whole.createContainer("other"));
}

async function refusals() {
  await refused(400, "BlobTypeNotSupported", container.getAppendBlobClient("append").create());
  await refused(400, "BlobTypeNotSupported", container.getPageBlobClient("page").create(512));
  await refused(400, "BlobTagsNotSupportedForAccountType", container.getBlobClient("large").getTags());
  await refused(409, "BlobAccessTierNotSupportedForAccountType",
    container.getBlobClient("large").setAccessTier("Cool"));
  await refused(409, "PublicAccessNotPermitted", container.setAccessPolicy("blob"));
}

await containers();
await blobs();
await listings();
await copiesLeasesSnapshots();
await signatures();
await refusals();
await container.delete();
console.log("all asked");
