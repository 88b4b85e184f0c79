import autocannon from 'autocannon';
import { median } from './figures.ts';

export interface Load {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Bodies or paths to go through in turn. */
  bodies?: readonly unknown[];
  /** Makes the body of each request afresh, for those that may be sent only once. */
  makeBody?: () => unknown;
  paths?: readonly string[];
  connections?: number;
}

export interface Outcome {
  /** Answers a second. */
  rate: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were not 2xx, or held an error, or never came. */
  errors: number;
}

/** Seconds of each round; the first of all is for warming up and not counted. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

/** The median of three rounds with 32 connections. */
export async function measure(load: Load): Promise<Outcome> {
  await round(load, Math.min(2, SECONDS));
  const rounds: Outcome[] = [];
  for (let number = 0; number < ROUNDS; number += 1) rounds.push(await round(load, SECONDS));
  const of = (pick: (outcome: Outcome) => number) => median(rounds.map(pick));
  return { rate: of(({ rate }) => rate), p50: of(({ p50 }) => p50), p95: of(({ p95 }) => p95), p99: of(({ p99 }) => p99), errors: rounds.reduce((sum, { errors }) => sum + errors, 0) };
}

async function round({ url, method = 'POST', headers = {}, bodies, makeBody, paths, connections = 32 }: Load, duration: number): Promise<Outcome> {
  const { origin, pathname } = new URL(url);
  const sent = { 'content-type': 'application/json', ...headers };
  const requests = makeBody
    ? [{ method, path: pathname, headers: sent, setupRequest: (request: autocannon.Request) => ({ ...request, body: JSON.stringify(makeBody()) }) }]
    : bodies
    ? bodies.map((body) => ({ method, path: pathname, body: JSON.stringify(body), headers: sent }))
    : (paths ?? [pathname]).map((path) => ({ method: 'GET' as const, path, headers }));
  let refused = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url: origin, connections, duration, requests, timeout: 10 }, (error: Error | null, outcome) => (error ? reject(error) : resolve(outcome)));
    run.on('response', (_client, statusCode, bytes) => {
      // An answer of ours that holds no data is short.
      if (statusCode >= 400 || bytes < 60) refused += 1;
    });
  });
  return { rate: result.requests.average, p50: result.latency.p50, p95: result.latency.p97_5, p99: result.latency.p99, errors: result.errors + result.timeouts + refused };
}
