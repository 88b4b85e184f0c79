import { Database, SYSTEM, Work } from '@crosscity/platform/server';
import { Injectable } from '@nestjs/common';
import { Storage } from './storage/storage';

/**
 * Which contents the storage holds. The order is: announce, write the bytes, name them in a version. A version can only name
 * what was announced (a foreign key), and what is announced can't be taken away by the collector before it is written,
 * since both lock the same row. So nothing that is named is missing, whenever a process dies.
 */
@Injectable()
export class Contents {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly storage: Storage,
  ) {}

  async put(hash: string, bytes: number, path: string): Promise<void> {
    await this.work.run(SYSTEM, (tx) => tx.rows(
      `insert into file_content (hash, bytes, announced_at) values ($1, $2, $3) on conflict (hash) do update set announced_at = excluded.announced_at`, [hash, bytes, tx.now]));
    await this.storage.put(hash, path);
  }

  /** Removes a content that no version names. Its row is locked meanwhile, so that nobody announces it in between. */
  async collect(hash: string, graceSeconds = 0): Promise<boolean> {
    return this.work.run(SYSTEM, async (tx) => {
      const [row] = await tx.rows<{ hash: string }>(
        `select hash from file_content c where hash = $1 and announced_at <= $2::timestamptz - make_interval(secs => $3)
           and not exists (select from file_version v where v.hash = c.hash) for update skip locked`, [hash, tx.now, graceSeconds]);
      if (!row) return false;
      await tx.rows('delete from file_content where hash = $1', [hash]);
      // The one thing outside the database that belongs inside: with the lock let go, the bytes could be somebody's again.
      await this.storage.remove(hash);
      return true;
    });
  }

  async unnamed(graceSeconds: number): Promise<string[]> {
    const rows = await this.database.rows<{ hash: string }>(
      `select hash from file_content c where announced_at < now() - make_interval(secs => $1) and not exists (select from file_version v where v.hash = c.hash) limit 5000`, [graceSeconds]);
    return rows.map(({ hash }) => hash);
  }

  /** Those of these that no row knows: left by a database that was restored to an earlier day. */
  async unknown(hashes: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ hash: string }>(`select h.hash from unnest($1::text[]) h (hash) where not exists (select from file_content c where c.hash = h.hash)`, [hashes]);
    return rows.map(({ hash }) => hash);
  }
}
