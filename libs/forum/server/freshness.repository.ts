import { Injectable } from '@nestjs/common';
import type { Tx } from '@crosscity/platform/server';

/** Of `thread t`: until when it holds. Two years from publishing or the last edit, unless its author said another day. */
export const FRESH_UNTIL = `coalesce(t.fresh_until, coalesce(t.edited_at, t.published_at) + interval '2 years')`;

const AT_ONCE = 500;

/** The review dates of lessons. */
@Injectable()
export class FreshnessRepository {
  /** Lessons whose date went by and whose author was not asked yet; they count as asked from now on. Sample lessons retell, so nobody is asked. */
  async takeStale(tx: Tx): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `with taken as (
         update thread set fresh_asked_at = $1 where id in (
           select t.id from thread t
           where t.status = 'published' and t.kind = 'lesson' and not t.is_sample and t.fresh_asked_at is null and ${FRESH_UNTIL} < $1
           limit ${AT_ONCE} for update skip locked)
         returning id)
       select id from taken`,
      [tx.now],
    );
    return rows.map(({ id }) => id);
  }
}
