// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { client, until, addPool, taskDone, refused, textOf } = require('./client');

const jobState = (id, state) => until(async () => (await client.job.get(id)).state === state);

test.before(async () => {
    await addPool('p', 1);
    await addPool('empty');
});

test('a job comes, changes and goes', async () => {
    const added = await client.job.add({ id: 'j', poolInfo: { poolId: 'empty' }, priority: 5 });
    assert.equal(added._response.status, 201);
    await client.job.patch('j', { constraints: { maxTaskRetryCount: 2 } });
    let job = await client.job.get('j');
    assert.deepEqual([job.priority, job.constraints.maxTaskRetryCount], [5, 2]);
    await client.job.update('j', { poolInfo: { poolId: 'empty' } });
    job = await client.job.get('j');
    assert.deepEqual([job.priority, job.constraints.maxTaskRetryCount], [0, 0]);
    await client.job.disable('j', 'requeue');
    await jobState('j', 'disabled');
    await client.job.enable('j');
    await jobState('j', 'active');
    assert.ok((await client.job.list()).some(each => each.id === 'j'));
    await client.job.terminate('j', { terminateReason: 'enough' });
    await jobState('j', 'completed');
    assert.equal((await client.job.get('j')).executionInfo.terminateReason, 'enough');
    await refused(409, 'JobCompleted', client.job.terminate('j'));
    assert.equal((await client.job.deleteMethod('j'))._response.status, 202);
    await until(async () => !(await client.job.list()).some(each => each.id === 'j'));
    await refused(404, 'JobNotFound', client.job.get('j'));
});

test('tasks run, are counted and leave files', async () => {
    await client.job.add({
        id: 'run', poolInfo: { poolId: 'p' }, jobPreparationTask: { commandLine: '/bin/true' },
        jobReleaseTask: { commandLine: '/bin/true' },
    });
    await client.task.add('run', {
        id: 't', commandLine: "/bin/sh -c 'echo hello; mkdir sub; printf 0123456789 > sub/out.txt; exit 4'",
    });
    const task = await taskDone('run', 't');
    assert.deepEqual([task.executionInfo.exitCode, task.executionInfo.result, task.executionInfo.failureInfo.code],
        [4, 'failure', 'FailureExitCode']);
    const counts = await client.job.getTaskCounts('run');
    assert.deepEqual([counts.taskCounts.completed, counts.taskCounts.failed], [1, 1]);
    const [status] = await client.job.listPreparationAndReleaseTaskStatus('run');
    assert.equal(status.jobPreparationTaskExecutionInfo.exitCode, 0);

    const files = await client.file.listFromTask('run', 't', { recursive: true });
    assert.ok(files.some(file => file.name === 'wd/sub/out.txt' && file.properties.contentLength === 10));
    assert.equal(await textOf(await client.file.getFromTask('run', 't', 'stdout.txt')), 'hello\n');
    const part = await client.file.getFromTask('run', 't', 'wd/sub/out.txt',
        { fileGetFromTaskOptions: { ocpRange: 'bytes=2-5' } });
    assert.equal(await textOf(part), '2345');
    const properties = await client.file.getPropertiesFromTask('run', 't', 'wd/sub/out.txt');
    assert.deepEqual([properties.contentLength, properties.ocpBatchFileIsdirectory], [10, 'False']);
    await client.file.deleteFromTask('run', 't', 'wd/sub', { recursive: true });
    await refused(404, null, client.file.getFromTask('run', 't', 'wd/sub/out.txt'));
});

test('tasks are added together, changed, ended and begun again', async () => {
    await client.job.add({ id: 'many', poolInfo: { poolId: 'empty' } });
    const tasks = Array.from({ length: 100 }, (_, index) => ({ id: 'm' + index, commandLine: '/bin/true' }));
    const added = await client.task.addCollection('many', tasks);
    assert.deepEqual(new Set(added.value.map(result => result.status)), new Set(['success']));
    assert.equal(added.value.length, 100);
    const again = await client.task.addCollection('many', tasks.slice(0, 1));
    assert.deepEqual([again.value[0].status, again.value[0].error.code], ['clienterror', 'TaskExists']);
    assert.equal((await client.task.list('many')).length, 100);
    const first = await client.task.list('many', { taskListOptions: { maxResults: 60 } });
    assert.equal((await client.task.listNext(first.odatanextLink)).length, 40);
    await client.task.update('many', 'm1', { constraints: { maxTaskRetryCount: 3 } });
    assert.equal((await client.task.get('many', 'm1')).constraints.maxTaskRetryCount, 3);
    await client.task.terminate('many', 'm1');
    await taskDone('many', 'm1');
    await refused(409, 'TaskCompleted', client.task.terminate('many', 'm1'));
    await client.task.reactivate('many', 'm1');
    assert.equal((await client.task.get('many', 'm1')).state, 'active');
    assert.equal((await client.task.listSubtasks('many', 'm1')).value.length, 0);
    await client.task.deleteMethod('many', 'm1');
    await refused(404, 'TaskNotFound', client.task.get('many', 'm1'));
});
