import type { ByteRange } from './storage/storage';

/** One range of RFC 9110 14.1.2. Null: the whole file (also for several ranges, which a server may ignore). */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'outside' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  if (asked[1] === '') {
    const last = Math.min(Number(asked[2]), bytes);
    return last === 0 ? 'outside' : { start: bytes - last, end: bytes - 1 };
  }
  const start = Number(asked[1]);
  const end = asked[2] === '' ? bytes - 1 : Math.min(Number(asked[2]), bytes - 1);
  if (start >= bytes) return 'outside';
  return end < start ? null : { start, end };
}
