import { ModerationTargets } from '@crosscity/moderation/server';
import { Database, SYSTEM, isStaff, newId, speaksWith } from '@crosscity/platform/server';
import type { TestApp } from '@crosscity/platform/testing';

interface Row {
  id: string;
  voice_id: string;
  html: string;
  status: 'published' | 'hidden' | 'withdrawn';
  rule: string | null;
}

/** Texts of a capability that exists only in tests, in a table of their own, registered as the target `note`. */
export interface Notes {
  write(voiceId: string, html?: string): Promise<string>;
  row(id: string): Promise<Row>;
  withdraw(id: string): Promise<void>;
  /** Makes the next effect on a text fail, as a broken capability would. */
  breakNext(): void;
}

export async function useNotes(app: TestApp): Promise<Notes> {
  const database = app.nest.get(Database);
  await database.rows(`create table note (id uuid primary key, voice_id uuid not null, html text not null, status text not null, rule text)`);
  let isBroken = false;
  const effect = async (change: () => Promise<unknown>): Promise<void> => {
    await change();
    if (isBroken) {
      isBroken = false;
      throw new Error('the capability broke after it changed its row');
    }
  };
  app.nest.get(ModerationTargets).register({
    kind: 'note',
    async load(actor, ids) {
      const rows = await database.rows<Row>(`select * from note where id = any($1)`, [ids]);
      const seen = rows.filter((row) => row.status === 'published' || actor.kind === 'system' || isStaff(actor) || speaksWith(actor, row.voice_id));
      return new Map(seen.map((row) => [row.id, {
        kind: 'note', id: row.id, voiceId: row.voice_id, title: `Note ${row.html}`, language: 'en', html: `<p>${row.html}</p>`, path: `/notes/${row.id}`, status: row.status,
        context: [{ relation: 'parent' as const, voiceId: row.voice_id, language: 'en', html: '<p>before</p>' }],
      }]));
    },
    hide: (tx, id, { rule }) => effect(() => tx.rows(`update note set status = 'hidden', rule = $2 where id = $1`, [id, rule])),
    restore: (tx, id) => effect(() => tx.rows(`update note set status = 'published', rule = null where id = $1`, [id])),
  });
  return {
    async write(voiceId, html = 'words') {
      const id = newId();
      await app.work.run(SYSTEM, (tx) => tx.rows(`insert into note (id, voice_id, html, status) values ($1, $2, $3, 'published')`, [id, voiceId, html]));
      return id;
    },
    async row(id) {
      return (await database.row<Row>(`select * from note where id = $1`, [id]))!;
    },
    async withdraw(id) {
      await database.rows(`update note set status = 'withdrawn' where id = $1`, [id]);
    },
    breakNext() {
      isBroken = true;
    },
  };
}
