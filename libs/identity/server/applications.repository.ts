import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type Page, type PageArgs, type Tx, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { ApplicationEntity } from './application.entity';
import type { ApplicationType } from './application.type';
import type { ApplicationView } from './people.enums';

type ApplicationRow = Omit<ApplicationType, 'viewerCan'>;

const COLUMNS = `a.id, a.status, a.name, a.email, a.work, a.title, a.organisation, a.city_id "cityId", a.place, a.languages, a.why, a.locale,
  a.created_at "createdAt", a.confirmed_at "confirmedAt", a.decided_at "decidedAt", d.display_name "decidedBy", a.reason`;

@Injectable()
export class ApplicationsRepository {
  constructor(private readonly database: Database) {}

  /** For staff. Waiting: the oldest first, since they waited longest. Decided: the newest first. */
  async page(view: ApplicationView, { first, after }: PageArgs): Promise<Page<ApplicationType>> {
    const [at, id] = readCursor(after, 2) ?? [null, null];
    const rows = view === 'waiting'
      ? await this.database.rows<ApplicationRow>(
        `select ${COLUMNS} from application a left join person d on d.id = a.decided_by
         where a.status = 'waiting' and ($2::timestamptz is null or (a.created_at, a.id) > ($2::timestamptz, $3::uuid))
         order by a.created_at, a.id limit $1`,
        [first + 1, at, id],
      )
      : await this.database.rows<ApplicationRow>(
        `select ${COLUMNS} from application a left join person d on d.id = a.decided_by
         where a.decided_at is not null and ($2::timestamptz is null or (a.decided_at, a.id) < ($2::timestamptz, $3::uuid))
         order by a.decided_at desc, a.id desc limit $1`,
        [first + 1, at, id],
      );
    const count = await this.database.row<{ count: number }>(`select count(*)::int count from application where ${view === 'waiting' ? `status = 'waiting'` : 'decided_at is not null'}`);
    return toPage(rows.map(withRights), first, (row) => cursorOf(view === 'waiting' ? row.createdAt : row.decidedAt!, row.id), count?.count);
  }

  /** Applications of a confirmed address, by id. */
  async byIds(ids: readonly string[]): Promise<ApplicationType[]> {
    const rows = await this.database.rows<ApplicationRow>(
      `select ${COLUMNS} from application a left join person d on d.id = a.decided_by where a.id = any($1) and a.status <> 'unconfirmed'`,
      [ids],
    );
    return rows.map(withRights);
  }

  /** An application that waits for its link, and whether its address belongs to a person by now; null for any other. */
  async unconfirmed(id: string): Promise<{ id: string; email: string; name: string; locale: Locale; isKnown: boolean } | null> {
    return this.database.row(
      `select a.id, a.email, a.name, a.locale, exists (select 1 from person p where p.email = a.email) "isKnown" from application a where a.id = $1 and a.status = 'unconfirmed'`,
      [id],
    );
  }

  /** The application that a good link belongs to, locked until the transaction ends; null for every other secret. */
  async lockByLink(tx: Tx, secretHash: Buffer): Promise<ApplicationEntity | null> {
    const [link] = await tx.rows<{ application_id: string }>(`select application_id from application_link where secret_hash = $1 and expires_at > $2`, [secretHash, tx.now]);
    return link ? this.lock(tx, link.application_id) : null;
  }

  async lock(tx: Tx, id: string): Promise<ApplicationEntity | null> {
    return tx.repo(ApplicationEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Removes what was never confirmed a week after it was written, and the reasons to join thirty days after the decision: nobody needs them then. */
  async prune(): Promise<void> {
    await this.database.rows(`delete from application where status = 'unconfirmed' and created_at < now() - interval '7 days'`);
    await this.database.rows(`update application set why = '' where why <> '' and decided_at < now() - interval '30 days'`);
  }

  /** To tell somebody who was refused why; null for everybody else. */
  async refused(id: string): Promise<{ email: string; name: string; locale: Locale; reason: string } | null> {
    return this.database.row(`select email, name, locale, coalesce(reason, '') reason from application where id = $1 and status = 'refused'`, [id]);
  }

  /** Staff in good standing: they decide, so they are told. */
  async staff(): Promise<{ personId: string }[]> {
    return this.database.rows(`select id "personId" from person where status = 'active' and role <> 'member'`);
  }
}

function withRights(row: ApplicationRow): ApplicationType {
  return { ...row, viewerCan: { decide: row.status === 'waiting' } };
}
