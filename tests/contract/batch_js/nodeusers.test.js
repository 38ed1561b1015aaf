// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { client, addPool, refused } = require('./client');

test('a node has users, and is no machine', async () => {
    await addPool('p', 1);
    const [{ id }] = await client.computeNode.list('p');
    const added = await client.computeNode.addUser('p', id, { name: 'bob', password: 'kept to itself' });
    assert.equal(added._response.status, 201);
    await refused(409, 'NodeUserExists', client.computeNode.addUser('p', id, { name: 'bob' }));
    await client.computeNode.updateUser('p', id, 'bob', { password: 'another' });
    await client.computeNode.deleteUser('p', id, 'bob');
    await refused(404, 'NodeUserNotFound', client.computeNode.deleteUser('p', id, 'bob'));
    await refused(409, 'OperationNotValidOnNode', client.computeNode.getRemoteLoginSettings('p', id));
    await refused(409, 'OperationNotValidOnNode', client.computeNode.reimage('p', id));
    assert.equal((await client.computeNodeExtension.list('p', id)).length, 0);
});
