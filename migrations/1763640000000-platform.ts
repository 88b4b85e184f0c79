import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763640000000 implements MigrationInterface {
  name = 'Platform1763640000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        id bytea not null,
        input_hash bytea not null,
        answer jsonb,
        created_at timestamptz not null,
        constraint pk_idempotency_key primary key (id)
      );
      create index ix_idempotency_key_created_at on idempotency_key (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency_key`);
  }
}
