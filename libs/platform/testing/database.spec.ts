import pg from 'pg';
import { cloneDatabase } from './database';

async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  it('is apart from the others, and gone when dropped', async () => {
    const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()]);
    await ask(one.url, 'create table mine (id int)');
    await expect(ask(other.url, 'select 1 from mine')).rejects.toThrow('does not exist');
    await Promise.all([one.drop(), other.drop()]);
    await expect(ask(one.url, 'select 1')).rejects.toThrow('does not exist');
  });

  it('comes in numbers at once', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, cloneDatabase));
    expect(new Set(many.map(({ url }) => url)).size).toBe(8);
    await Promise.all(many.map(({ drop }) => drop()));
  });

  it('drops while somebody is still connected', async () => {
    const { url, drop } = await cloneDatabase();
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    await drop();
    await expect(client.query('select 1')).rejects.toThrow();
  });
});
