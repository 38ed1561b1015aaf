// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { client, until, addPool, poolReady, refused, textOf } = require('./client');

test('a node is seen, kept from tasks and started again', async () => {
    await addPool('p', 1, { startTask: { commandLine: "/bin/sh -c 'echo started'", waitForSuccess: true } });
    const [node] = await client.computeNode.list('p');
    const seen = await client.computeNode.get('p', node.id);
    assert.deepEqual([seen.state, seen.schedulingState, seen.isDedicated], ['idle', 'enabled', true]);
    await client.computeNode.disableScheduling('p', node.id, { nodeDisableSchedulingOption: 'requeue' });
    await until(async () => (await client.computeNode.get('p', node.id)).state === 'offline');
    await refused(409, 'NodeAlreadyInTargetSchedulingState', client.computeNode.disableScheduling('p', node.id));
    await client.computeNode.enableScheduling('p', node.id);
    await poolReady('p');
    const answer = await client.computeNode.reboot('p', node.id, { nodeRebootOption: 'requeue' });
    assert.equal(answer._response.status, 202);
    await until(async () => (await client.computeNode.get('p', node.id)).lastBootTime > seen.lastBootTime);
    await poolReady('p');
    await refused(404, 'NodeNotFound', client.computeNode.get('p', 'tvmps_0_d'));
});

test('the files of a node are read and removed', async () => {
    const [node] = await client.computeNode.list('p');
    const files = await client.file.listFromComputeNode('p', node.id, { recursive: true });
    assert.ok(files.some(file => file.name === 'startup/stdout.txt'));
    assert.equal(await textOf(await client.file.getFromComputeNode('p', node.id, 'startup/stdout.txt')), 'started\n');
    const properties = await client.file.getPropertiesFromComputeNode('p', node.id, 'startup/stdout.txt');
    assert.equal(properties.contentLength, 8);
    await client.file.deleteFromComputeNode('p', node.id, 'startup/stdout.txt');
    await refused(404, null, client.file.getFromComputeNode('p', node.id, 'startup/stdout.txt'));
});
