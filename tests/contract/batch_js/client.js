// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const { BatchServiceClient, BatchSharedKeyCredentials } = require('@azure/batch');

const client = new BatchServiceClient(
    new BatchSharedKeyCredentials(process.env.AZURE_BATCH_ACCOUNT, process.env.AZURE_BATCH_ACCESS_KEY),
    process.env.AZURE_BATCH_ENDPOINT);

const vm = {
    vmSize: 'STANDARD_D2S_V3',
    virtualMachineConfiguration: {
        imageReference: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
        nodeAgentSKUId: 'batch.node.ubuntu 24.04',
    },
};

// Asks until it is so; the limit of the whole suite ends it otherwise.
async function until(condition) {
    for (;;) {
        const answer = await condition();
        if (answer)
            return answer;
        await new Promise(resolve => setTimeout(resolve, 50));
    }
}

async function addPool(id, nodes = 0, more = {}) {
    await client.pool.add({ id, targetDedicatedNodes: nodes, ...vm, ...more });
    await poolReady(id);
}

async function poolReady(id) {
    await until(async () => (await client.pool.get(id)).allocationState === 'steady');
    await until(async () => (await client.computeNode.list(id)).every(node => node.state === 'idle'));
}

const taskDone = (job, id) => until(async () => {
    const task = await client.task.get(job, id);
    return task.state === 'completed' && task;
});

// The call must be refused with that status and code; for files the client has left the code unread.
async function refused(status, code, call) {
    await assert.rejects(call, error => {
        assert.equal(error.statusCode, status);
        if (code)
            assert.equal(error.body.code, code);
        return true;
    });
}

async function textOf(response) {
    const parts = [];
    for await (const part of response.readableStreamBody)
        parts.push(part);
    return Buffer.concat(parts).toString();
}

module.exports = { client, vm, until, addPool, poolReady, taskDone, refused, textOf };
