import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, settingNames } from '@crosscity/platform/server';

const example = readFileSync(resolve(import.meta.dirname, '../../../.env.example'), 'utf8');
const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);

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
    for (const [name] of lines) expect(example).toMatch(new RegExp(`^#.*\\n(?:(?:#.*|[A-Z_]+=.*)\\n)*${name}=`, 'm'));
  });
});
