import { stringify } from 'csv-stringify/sync';
import type { Guest } from './registration-reads.repository';

/** A cell that a spreadsheet would take for a formula begins with one of these (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

const plain = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const COLUMNS = ['code', 'name', 'role', 'city', 'status', 'place_in_line', 'sessions', 'needs', 'registered_at'] as const;

/** Who comes, for a spreadsheet: RFC 4180, with the mark by which Excel sees UTF-8. */
export function guestListCsv(guests: readonly Guest[]): string {
  return stringify(
    guests.map(({ voice, registration: r }) => [
      r.code, voice.name ?? '', voice.title ?? '', r.cityName, r.status, r.placeInLine ?? '',
      r.sessions.map(({ title, seat }) => (seat === 'confirmed' ? title : `${title} (${seat})`)).join('; '), r.needs ?? '', r.createdAt.toISOString(),
    ].map((cell) => plain(String(cell)))),
    { header: true, columns: [...COLUMNS], bom: true, record_delimiter: 'windows' },
  );
}
