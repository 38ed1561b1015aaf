// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { client, addPool, poolReady, refused } = require('./client');

test('a formula is evaluated, and sets how many nodes there are', async () => {
    await addPool('p');
    await refused(409, 'OperationNotValidOnPool',
        client.pool.evaluateAutoScale('p', '$TargetDedicatedNodes = 1;'));
    await client.pool.enableAutoScale('p', { autoScaleFormula: '$TargetDedicatedNodes = 1;' });
    await poolReady('p');
    const pool = await client.pool.get('p');
    assert.deepEqual([pool.enableAutoScale, pool.autoScaleEvaluationInterval, pool.currentDedicatedNodes],
        [true, 'PT15M', 1]);
    const run = await client.pool.evaluateAutoScale('p', '$TargetDedicatedNodes = 3;');
    assert.ok(run.results.startsWith('$TargetDedicatedNodes=3;'), run.results);
    await client.pool.disableAutoScale('p');
    assert.equal((await client.pool.get('p')).enableAutoScale, false);
});

test('a resize is stopped', async () => {
    // All nodes that this computer lends are with one pool: another waits for them.
    await addPool('full', 1);
    await addPool('stopped');
    await client.pool.resize('stopped', { targetDedicatedNodes: 1 });
    assert.equal((await client.pool.stopResize('stopped'))._response.status, 202);
    await poolReady('stopped');
    assert.deepEqual((await client.pool.get('stopped')).resizeErrors.map(error => error.code), ['ResizeStopped']);
});
