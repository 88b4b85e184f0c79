import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeJpeg, makeMp4, makeOffice, makePdf, makeWebm } from '@crosscity/files/testing';
import { cleanFile } from './clean-file';
import { RefusedFile } from './refused-file';

/** The same numbers each time, so that a file that breaks something can be looked at. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('files that were damaged on purpose', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crosscity-hostile-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([['jpeg', () => makeJpeg(300, 200)], ['pdf', makePdf], ['docx', async () => makeOffice()], ['mp4', async () => makeMp4()], ['webm', async () => makeWebm({ live: true })]] as const)('%s: each is clean or refused, and soon', async (kind, make) => {
    const whole = await make();
    const next = numbers(42);
    let refused = 0;
    for (let round = 0; round < 60; round += 1) {
      const bytes = Buffer.from(whole.subarray(0, round % 5 === 0 ? Math.floor(whole.length * next()) : whole.length));
      for (let change = 0; change < 1 + (round % 20); change += 1) bytes[Math.floor(bytes.length * next() * (round % 2 ? 1 : 0.1))] = Math.floor(next() * 256);
      const path = join(folder, `${kind}-${round}`);
      await writeFile(path, bytes);
      const began = Date.now();
      await cleanFile(path, bytes.length, folder).catch((error: unknown) => {
        expect(error).toBeInstanceOf(RefusedFile);
        refused += 1;
      });
      expect(Date.now() - began).toBeLessThan(5_000);
    }
    expect(refused).toBeGreaterThan(0);
  });
});
