import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A stamp for everything that a lesson's page shows, so that what was written for one reader may be given to the next.
 * The stamp is `thread.xmin` (it changes with every update of the row) and `shown_names.revision`. So a change beside the
 * row must touch the row, and a change of a name must raise the revision: triggers see to both, whichever way a change
 * comes. New replies need none: the number of a reply is taken from the row.
 */
export class KeptLessons1763640001200 implements MigrationInterface {
  name = 'KeptLessons1763640001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shown_names (
        is_only boolean not null default true,
        revision bigint not null default 0,
        constraint pk_shown_names primary key (is_only),
        constraint ck_shown_names_only check (is_only)
      );
      insert into shown_names default values;

      -- An update that changes nothing still gives the row a new xmin, and moves no index.
      create function touch_thread() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then
          update thread set version = version where id in (select thread_id from was);
        end if;
        if tg_op <> 'DELETE' then
          update thread set version = version where id in (select thread_id from is_now);
        end if;
        return null;
      end $$;

      create function raise_shown_names() returns trigger language plpgsql as $$
      begin
        update shown_names set revision = revision + 1;
        return null;
      end $$;
    `);
    for (const table of ['reply', 'trial', 'lesson_text', 'thread_theme']) {
      await runner.query(`
        create trigger touch_thread_updated after update on ${table} referencing old table as was new table as is_now for each statement execute function touch_thread();
        create trigger touch_thread_deleted after delete on ${table} referencing old table as was for each statement execute function touch_thread();
      `);
      if (table !== 'reply' && table !== 'trial') await runner.query(`create trigger touch_thread_inserted after insert on ${table} referencing new table as is_now for each statement execute function touch_thread();`);
    }
    await runner.query(`
      create trigger raise_shown_names_voice after update on voice for each row when (old.* is distinct from new.*) execute function raise_shown_names();
      create trigger raise_shown_names_city after update on city for each row
        when ((old.slug, old.name, old.country) is distinct from (new.slug, new.name, new.country)) execute function raise_shown_names();
      create trigger raise_shown_names_theme after update on theme for each row when (old.* is distinct from new.*) execute function raise_shown_names();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function touch_thread, raise_shown_names cascade; drop table shown_names;`);
  }
}
