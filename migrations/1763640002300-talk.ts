import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions: whom they ask, the answer that was chosen, what came of it. And following themes, members and cities. */
export class Talk1763640002300 implements MigrationInterface {
  name = 'Talk1763640002300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question (
        thread_id uuid not null,
        asked_city_id uuid,
        answer_reply_id uuid,
        finished_at timestamptz,
        outcome_version integer not null default 0,
        constraint pk_question primary key (thread_id),
        constraint fk_question_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_question_city foreign key (asked_city_id) references city (id) on delete set null,
        constraint fk_question_answer foreign key (answer_reply_id) references reply (id) on delete set null
      );
      create index ix_question_asked_city_id on question (asked_city_id);
      create index ix_question_answer_reply_id on question (answer_reply_id) where answer_reply_id is not null;

      create table question_outcome (
        thread_id uuid not null,
        version integer not null,
        voice_id uuid not null,
        body_md text not null,
        body_html text not null,
        language text not null,
        at timestamptz not null,
        constraint pk_question_outcome primary key (thread_id, version),
        constraint fk_question_outcome_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_question_outcome_voice foreign key (voice_id) references voice (id)
      );
      create index ix_question_outcome_voice_id on question_outcome (voice_id);

      create index ix_thread_question on thread (published_at, id) where kind = 'question' and status = 'published';

      create table theme_follow (
        person_id uuid not null,
        theme text not null,
        level text not null,
        constraint pk_theme_follow primary key (person_id, theme),
        constraint fk_theme_follow_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_theme_follow_theme foreign key (theme) references theme (slug) on delete cascade,
        constraint ck_theme_follow_level check (level in ('told', 'shown'))
      );
      create index ix_theme_follow_theme on theme_follow (theme, level);

      create table voice_follow (
        person_id uuid not null,
        voice_id uuid not null,
        level text not null,
        constraint pk_voice_follow primary key (person_id, voice_id),
        constraint fk_voice_follow_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_voice_follow_voice foreign key (voice_id) references voice (id) on delete cascade,
        constraint ck_voice_follow_level check (level in ('told', 'shown'))
      );
      create index ix_voice_follow_voice_id on voice_follow (voice_id, level);

      alter table draft
        drop constraint ck_draft_kind,
        drop constraint ck_draft_thread,
        add constraint ck_draft_kind check (kind in ('lesson', 'reply', 'trial', 'question', 'outcome')),
        add constraint ck_draft_thread check (kind in ('lesson', 'question') or thread_id is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from draft where kind in ('question', 'outcome');
      alter table draft
        drop constraint ck_draft_kind, drop constraint ck_draft_thread,
        add constraint ck_draft_kind check (kind in ('lesson', 'reply', 'trial')),
        add constraint ck_draft_thread check (kind = 'lesson' or thread_id is not null);
      drop index ix_thread_question;
      drop table voice_follow, theme_follow, question_outcome, question;
    `);
  }
}
