import { newId } from '@crosscity/platform/server';
import { cloneDatabase } from '@crosscity/platform/testing';
import { Client } from 'pg';
import type { Log } from './log';
import { RunnerLife } from './runner-life';


describe('jobs of a runner that died', () => {
  it('are handed back by the next; those of a living one are left alone', async () => {
    const database = await cloneDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const rows = async (sql: string, parameters: unknown[]) => (await client.query<{ locked_by: string | null }>(sql, parameters)).rows;
    const log = { warn: (text: string) => { throw new Error(text); } } as unknown as Log;
    const living = new RunnerLife(database.url, `pool-${newId()}`, log);
    const neighbour = `pool-${newId()}`;
    const other = new RunnerLife(database.url, neighbour, log);
    await living.begin();
    await other.begin();
    const keys = ['dead', 'living', 'just fetched'].map((what) => `${what} ${newId()}`);
    for (const key of keys) await rows(`select graphile_worker.add_job('nothing', job_key := $1)`, [key]);
    const lock = (key: string, by: string, seconds: number) => rows(`update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(secs => $3) where key = $1`, [key, by, seconds]);
    await lock(keys[0]!, 'pool-dead', 60);
    await lock(keys[1]!, neighbour, 60);
    await lock(keys[2]!, 'pool-starting', 1);
    await living.look();
    const holders = async () => (await rows('select key, locked_by from graphile_worker.jobs where key = any($1) order by array_position($1, key)', [keys])).map(({ locked_by }) => locked_by);
    expect(await holders()).toEqual([null, neighbour, 'pool-starting']);
    // Its connection goes: so did the runner, as far as anybody can tell.
    await other.end();
    await living.look();
    expect(await holders()).toEqual([null, null, 'pool-starting']);
    await living.end();
    await client.end();
    await database.drop();
  });
});
