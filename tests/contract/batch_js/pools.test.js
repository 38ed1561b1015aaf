// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { client, vm, until, addPool, poolReady, refused } = require('./client');

test('a pool comes, is found and goes', async () => {
    const added = await client.pool.add({
        id: 'whole', displayName: 'A pool', targetDedicatedNodes: 1, taskSlotsPerNode: 2, ...vm,
        startTask: { commandLine: '/bin/true', waitForSuccess: true }, metadata: [{ name: 'a', value: 'b' }],
    });
    assert.equal(added._response.status, 201);
    const pool = await client.pool.get('whole');
    assert.deepEqual([pool.id, pool.displayName, pool.state, pool.taskSlotsPerNode], ['whole', 'A pool', 'active', 2]);
    assert.equal(pool.eTag, added.eTag);
    assert.deepEqual(pool.metadata, [{ name: 'a', value: 'b' }]);
    assert.ok(pool.creationTime instanceof Date);
    assert.equal((await client.pool.exists('whole')).body, true);
    assert.equal((await client.pool.exists('none')).body, false);
    assert.deepEqual((await client.pool.list({ poolListOptions: { filter: "id eq 'whole'", select: 'id' } }))
        .map(each => each.id), ['whole']);
    await refused(409, 'PoolExists', client.pool.add({ id: 'whole', ...vm }));
    await poolReady('whole');
    assert.equal((await client.pool.deleteMethod('whole'))._response.status, 202);
    await until(async () => !(await client.pool.exists('whole')).body);
    await refused(404, 'PoolNotFound', client.pool.get('whole'));
});

test('a pool changes', async () => {
    await addPool('changed', 0, { startTask: { commandLine: '/bin/true' } });
    await client.pool.patch('changed', { metadata: [{ name: 'c', value: 'd' }] });
    let pool = await client.pool.get('changed');
    assert.deepEqual(pool.metadata, [{ name: 'c', value: 'd' }]);
    assert.equal(pool.startTask.commandLine, '/bin/true');
    await client.pool.updateProperties('changed', {
        certificateReferences: [], applicationPackageReferences: [], metadata: [{ name: 'e', value: 'f' }],
    });
    pool = await client.pool.get('changed');
    assert.deepEqual([pool.metadata, pool.startTask], [[{ name: 'e', value: 'f' }], undefined]);
    await refused(412, 'ConditionNotMet', client.pool.patch('changed', {}, { poolPatchOptions: { ifMatch: '0x1' } }));
    await client.pool.resize('changed', { targetDedicatedNodes: 1 });
    await poolReady('changed');
    assert.equal((await client.pool.get('changed')).currentDedicatedNodes, 1);
    const [node] = await client.computeNode.list('changed');
    await client.pool.removeNodes('changed', { nodeList: [node.id] });
    await poolReady('changed');
    assert.equal((await client.pool.get('changed')).currentDedicatedNodes, 0);
});

test('pages are followed by their links', async () => {
    for (const id of ['page-1', 'page-2', 'page-3'])
        await addPool(id);
    const options = { poolListOptions: { maxResults: 2, filter: "startswith(id,'page-')" } };
    const first = await client.pool.list(options);
    assert.deepEqual(first.map(pool => pool.id), ['page-1', 'page-2']);
    const second = await client.pool.listNext(first.odatanextLink);
    assert.deepEqual(second.map(pool => pool.id), ['page-3']);
    assert.equal(second.odatanextLink, undefined);
    await refused(400, 'InvalidQueryParameterValue',
        client.pool.list({ poolListOptions: { filter: "colour eq 'red'" } }));
});

test('the account knows images and counts', async () => {
    const images = await client.account.listSupportedImages();
    assert.ok(images.some(image => image.nodeAgentSKUId === 'batch.node.ubuntu 24.04'));
    await addPool('counted');
    const counts = await client.account.listPoolNodeCounts({
        accountListPoolNodeCountsOptions: { filter: "poolId eq 'counted'" },
    });
    assert.deepEqual(counts.map(count => [count.poolId, count.dedicated.total]), [['counted', 0]]);
    assert.equal((await client.pool.listUsageMetrics()).length, 0);
    assert.equal((await client.application.list()).length, 0);
    await refused(404, 'ApplicationNotFound', client.application.get('none'));
});
