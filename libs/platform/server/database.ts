import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from './config';

/** Counts the statements of one request, for the tests that hold every page to a constant number. */
export const statementCount = new AsyncLocalStorage<{ statements: string[] }>();

/** Reads. Writing goes through `Work`, which is the only source of a repository that can write. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() readonly source: DataSource) {}

  /** Rows of one statement. those with parameters become named prepared ones (see `nameStatements`). */
  async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.source.query<Row[]>(sql, parameters);
  }

  /** The first row, or null. */
  async row<Row>(sql: string, parameters: unknown[] = []): Promise<Row | null> {
    const [first] = await this.rows<Row>(sql, parameters);
    return first ?? null;
  }

  /** The connection pool, for those libraries that bring their own SQL: sessions, jobs, rate limits. */
  get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

/** Options of the one data source. Timeouts are milliseconds; schema sync stays off for good. */
export function dataSourceOptions(settings: Settings, entities: NonNullable<DataSourceOptions['entities']>): DataSourceOptions {
  return {
    type: 'postgres',
    // Given, not looked up: TypeORM's own look-up does not work where Jest loads ES modules.
    driver: pg,
    url: settings.DATABASE_URL,
    entities,
    synchronize: false,
    poolSize: settings.DATABASE_POOL,
    // A node that waits longer than this for a connection answers "busy" instead of hanging.
    extra: {
      connectionTimeoutMillis: 5_000,
      // Sent in the start-up packet, so they cost no statement: a client that dies in a transaction does not keep its locks.
      options: '-c statement_timeout=15000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000 -c jit=off -c default_transaction_isolation=read\\ committed',
    },
  };
}

const PREPARABLE = /^\s*(select|with|insert|update|delete)\b/i;

interface Connection {
  query: (...parameters: unknown[]) => unknown;
}

/**
 * Turns the statements with parameters that TypeORM sends into named, server-side prepared ones, which halves PostgreSQL's time on small
 * queries. The map is bounded: a text built from varying pieces must not fill the server's memory.
 */
export function nameStatements(source: DataSource, most = 400): void {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= most) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const pool = (source.driver as unknown as { master: Pool }).master;
  const hook = (client: PoolClient) => {
    const connection = client as unknown as Connection;
    const query = connection.query.bind(client);
    connection.query = (text, values, ...rest) => {
      if (typeof text === 'string') statementCount.getStore()?.statements.push(text);
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || !PREPARABLE.test(text)) return query(text, values, ...rest);
      const name = nameOf(text);
      return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest);
    };
  };
  pool.on('connect', hook);
  // TypeORM has opened one to ask for the server's version, and a quiet program goes on with that one for good.
  for (const client of (pool as unknown as { _clients: PoolClient[] })._clients) hook(client);
}
