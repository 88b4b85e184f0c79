import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, settingNames } from '@crosscity/platform/server';

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../..', name), 'utf8');
const example = read('.env.example');
const lines = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);

describe('.env.example', () => {
  it('names every setting, once, and no other', () => {
    expect(lines.map(([name]) => name).sort()).toEqual([...settingNames].sort());
  });

  it('shows the defaults', () => {
    const needed = { DATABASE_URL: 'postgres://localhost/crosscity' };
    const shown = Object.fromEntries(lines.filter(([, value]) => value !== ''));
    expect(readSettings({ ...shown, ...needed })).toEqual(readSettings(needed));
  });

  it('says what each means', () => {
    for (const [name] of lines) expect(example).toMatch(new RegExp(`^#.*\\n(?:(?:#.*|[A-Z0-9_]+=.*)\\n)*${name}=`, 'm'));
  });
});

describe('docker-compose.yml', () => {
  const [, shared = ''] = /^x-settings:.*\n((?: {2}.*\n)+)/m.exec(read('docker-compose.yml')) ?? [];
  const names = [...shared.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name = '']) => name);

  it('sets settings that exist', () => {
    expect(names.length).toBeGreaterThan(10);
    expect(settingNames).toEqual(expect.arrayContaining(names));
  });

  it('has what production insists on', () => {
    expect(names).toEqual(expect.arrayContaining(['NODE_ENV', 'MODE', 'PUBLIC_URL', 'DATABASE_URL', 'SESSION_SECRET']));
  });
});
