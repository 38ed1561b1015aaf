// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { client, until, addPool, refused } = require('./client');

const specification = {
    poolInfo: { poolId: 'p' }, priority: 3, jobManagerTask: { id: 'jm', commandLine: '/bin/true' },
};

test('a schedule makes its jobs, changes and goes', async () => {
    await addPool('p', 1);
    const added = await client.jobSchedule.add({
        id: 's', schedule: { recurrenceInterval: 'PT1H' }, jobSpecification: specification,
        metadata: [{ name: 'a', value: 'b' }],
    });
    assert.equal(added._response.status, 201);
    const [job] = await until(async () => {
        const jobs = await client.job.listFromJobSchedule('s');
        return jobs.length && jobs;
    });
    assert.deepEqual([job.id, job.priority], ['s:job-1', 3]);
    await until(async () => (await client.job.get('s:job-1')).state === 'completed');
    await client.jobSchedule.patch('s', { schedule: { recurrenceInterval: 'PT2H' } });
    let schedule = await client.jobSchedule.get('s');
    assert.deepEqual([schedule.schedule.recurrenceInterval, schedule.metadata], ['PT2H', [{ name: 'a', value: 'b' }]]);
    assert.equal(schedule.executionInfo.recentJob.id, 's:job-1');
    await client.jobSchedule.update('s', {
        schedule: { recurrenceInterval: 'PT3H' }, jobSpecification: { poolInfo: { poolId: 'p' } },
    });
    schedule = await client.jobSchedule.get('s');
    assert.deepEqual([schedule.schedule.recurrenceInterval, schedule.jobSpecification.jobManagerTask],
        ['PT3H', undefined]);
    assert.equal((await client.jobSchedule.exists('s')).body, true);
    assert.equal((await client.jobSchedule.exists('none')).body, false);
    assert.ok((await client.jobSchedule.list()).some(each => each.id === 's'));
    await client.jobSchedule.disable('s');
    assert.equal((await client.jobSchedule.get('s')).state, 'disabled');
    await client.jobSchedule.enable('s');
    assert.equal((await client.jobSchedule.get('s')).state, 'active');
    await client.jobSchedule.terminate('s');
    await until(async () => (await client.jobSchedule.get('s')).state === 'completed');
    await client.jobSchedule.deleteMethod('s');
    await until(async () => !(await client.jobSchedule.exists('s')).body);
    await refused(404, 'JobScheduleNotFound', client.jobSchedule.get('s'));
});
