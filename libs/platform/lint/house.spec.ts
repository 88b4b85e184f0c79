import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { physicalDeclarations } from './styles';

const root = resolve(import.meta.dirname, '../../..');

interface Line {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const line = (rule: string, file: string, code: string): Line => ({ rule, file, code });

const fails: Line[] = [
  // Rooms and doors
  line('doors', 'libs/forum/server/a.ts', `import { x } from '@crosscity/identity/server/people';`),
  line('doors', 'libs/forum/server/b.ts', `import { x } from '@crosscity/identity';`),
  line('doors', 'libs/forum/server/c.ts', `import { x } from '../../identity/server/people';`),
  line('doors', 'libs/forum/server/d.ts', `import { x } from '../contract/forum.limits';`),
  line('doors', 'libs/forum/server/e.ts', `import { x } from '@crosscity/forum/server';`),
  line('doors', 'apps/api/src/a.ts', `import { x } from '../../../libs/forum/server/index';`),
  line('doors', 'libs/forum/server/f.ts', `const x = await import('@crosscity/events/server');`),
  line('doors', 'libs/forum/server/g.ts', `export { x } from '@crosscity/events/server';`),
  line('doors', 'libs/forum/server/h.ts', `export type X = import('@crosscity/events/contract').X;`),
  // Order
  line('doors', 'libs/identity/server/a.ts', `import { x } from '@crosscity/forum/server';`),
  line('doors', 'libs/platform/server/a.ts', `import { x } from '@crosscity/identity/contract';`),
  line('doors', 'libs/events/web/a.tsx', `import { x } from '@crosscity/forum/web';`),
  line('doors', 'libs/files/server/a.ts', `import { x } from '@crosscity/forum/server';`),
  line('doors', 'libs/cities/server/a.ts', `import { x } from '@crosscity/notifications/contract';`),
  line('doors', 'libs/notifications/server/a.ts', `import { x } from '@crosscity/forum/server';`),
  line('doors', 'libs/notifications/web/a.tsx', `import { x } from '@crosscity/events/web';`),
  line('doors', 'libs/forum/contract/a.ts', `import { x } from '@crosscity/identity/contract';`),
  line('doors', 'libs/forum/server/i.ts', `import { x } from '@crosscity/migrations';`),
  // Rooms look at their own kind
  line('doors', 'libs/forum/web/a.tsx', `import { x } from '@crosscity/identity/server';`),
  line('doors', 'libs/forum/server/j.ts', `import { x } from '@crosscity/identity/web';`),
  line('doors', 'libs/forum/server/k.ts', `import { x } from '@crosscity/identity/testing';`),
  line('doors', 'apps/web/src/a.tsx', `import { x } from '@crosscity/forum/server';`),
  line('doors', 'apps/api/src/b.ts', `import { x } from '@crosscity/forum/web';`),
  // Halves
  line('halves', 'libs/forum/web/b.tsx', `import { Injectable } from '@nestjs/common';`),
  line('halves', 'libs/forum/web/c.tsx', `import { Column } from 'typeorm';`),
  line('halves', 'libs/forum/web/d.tsx', `import { readFile } from 'node:fs';`),
  line('halves', 'libs/forum/web/e.tsx', `import fs from 'fs';`),
  line('halves', 'libs/forum/server/l.ts', `import { useState } from 'react';`),
  line('halves', 'libs/forum/contract/b.ts', `import { z } from 'zod';`),
  line('settings', 'libs/forum/server/m.ts', `export const port = process.env.PORT;`),
  line('settings', 'libs/platform/server/log.ts', `export const port = process['env'].PORT;`),
  line('settings', 'apps/api/src/c.ts', `import { env } from 'node:process';`),
  line('sockets', 'libs/forum/server/n.ts', `import { Server } from 'socket.io';`),
  line('sockets', 'libs/platform/server/rooms.ts', `import { Server } from 'socket.io';`),
  line('sockets', 'libs/forum/web/f.tsx', `import { io } from 'socket.io-client';`),
  line('database', 'libs/forum/server/forum.service.ts', `import { DataSource } from 'typeorm';`),
  line('database', 'libs/forum/server/forum.resolver.ts', `export const read = (lessons) => lessons.createQueryBuilder('l');`),
  line('database', 'apps/api/src/d.ts', `export const read = (connection) => connection.query('select 1');`),
  line('database', 'libs/forum/server/o.ts', `import pg from 'pg';`),
  line('chance', 'libs/forum/server/p.ts', `export const dice = () => Math.random();`),
  line('kit', 'libs/forum/web/g.tsx', `import { Bell } from 'lucide-react';`),
  line('kit', 'apps/web/src/b.tsx', `import { Bell } from 'lucide-react/icons/bell';`),
  line('names', 'libs/forum/server/forum.helper.ts', `export const x = 1;`),
  line('names', 'libs/forum/server/q.ts', `export interface ILesson { id: string }`),
  line('names', 'libs/forum/server/r.ts', `export class LessonManager {}`),
];

const passes: Line[] = [
  line('doors', 'libs/forum/server/ok-a.ts', `import { x } from '@crosscity/identity/server';`),
  line('doors', 'libs/forum/server/ok-b.ts', `import { x } from './lessons.repository';`),
  line('doors', 'libs/forum/server/ok-c.ts', `import { x } from '@crosscity/forum/contract';`),
  line('doors', 'libs/forum/server/ok-files.ts', `import { x } from '@crosscity/files/server';`),
  line('doors', 'libs/forum/server/ok-d.ts', `import { x } from '@crosscity/cities/contract';`),
  line('doors', 'libs/forum/server/reading/ok-e.ts', `import { x } from '../lessons.repository';`),
  line('doors', 'libs/forum/server/ok.spec.ts', `import { x } from '@crosscity/forum/testing';`),
  line('doors', 'libs/forum/web/ok-a.tsx', `import { x } from '@crosscity/cities/web';`),
  line('doors', 'libs/forum/contract/ok-a.ts', `import { x } from '@crosscity/platform/contract';`),
  line('doors', 'libs/forum/testing/ok-a.ts', `import { x } from '@crosscity/forum/server';`),
  line('doors', 'libs/notifications/server/ok-a.ts', `import { x } from '@crosscity/forum/contract';`),
  line('doors', 'libs/notifications/server/ok-b.ts', `import { x } from '@crosscity/identity/server';`),
  line('doors', 'apps/web/src/ok-a.tsx', `import { x } from '@crosscity/notifications/web';`),
  line('doors', 'apps/api/src/ok-a.ts', `import { x } from '@crosscity/migrations';`),
  line('doors', 'libs/platform/testing/ok-a.ts', `import { x } from '../../../apps/api/src/app.module';`),
  line('halves', 'libs/forum/web/ok-b.tsx', `import { useState } from 'react';`),
  line('halves', 'libs/forum/web/ok.spec.tsx', `import { readFile } from 'node:fs';`),
  line('halves', 'libs/forum/server/ok-f.ts', `import { randomUUID } from 'node:crypto';`),
  line('halves', 'apps/web/vite.config.ts', `import { join } from 'node:path';`),
  line('halves', 'apps/web/build/doors.ts', `import { readFileSync } from 'node:fs';`),
  line('settings', 'libs/platform/server/config.ts', `export const all = process.env;`),
  line('settings', 'libs/forum/server/ok-g.ts', `export const pid = process.pid;`),
  line('sockets', 'libs/platform/server/signals/gateway.ts', `import { Server } from 'socket.io';`),
  line('sockets', 'libs/platform/web/signals.ts', `import { io } from 'socket.io-client';`),
  line('database', 'libs/forum/server/lessons.repository.ts', `import { DataSource } from 'typeorm'; export const a = (x) => x.query('select 1');`),
  line('database', 'libs/forum/server/lesson.entity.ts', `import { Column, Entity } from 'typeorm';`),
  line('database', 'libs/identity/server/session-store.ts', `import type { Pool } from 'pg';`),
  line('database', 'libs/forum/web/ok-c.tsx', `export const read = (client) => client.query({});`),
  line('chance', 'libs/forum/web/ok-d.tsx', `export const dice = () => Math.random();`),
  line('chance', 'libs/forum/server/ok-h.ts', `export const half = (n) => Math.round(n);`),
  line('kit', 'libs/platform/web/ui/icons.ts', `export { Bell } from 'lucide-react';`),
  line('names', 'libs/forum/server/information.ts', `export interface Idea { id: string }`),
];

interface Finding {
  readonly code: string;
  readonly filename: string;
}

let findings: Finding[];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscity-lint-'));
  try {
    for (const { file, code } of [...fails, ...passes]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    const { rules } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8').replaceAll(/^\s*\/\/.*$|\s\/\/ .*$/gm, '')) as { rules: Record<string, unknown> };
    symlinkSync(join(root, 'libs/platform/lint'), join(folder, 'lint'));
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({
      jsPlugins: [{ name: 'house', specifier: './lint/house.mjs' }],
      categories: { correctness: 'off' },
      rules: Object.fromEntries(Object.entries(rules).filter(([name]) => name.startsWith('house/'))),
    }));
    const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json', 'libs', 'apps'], { cwd: folder, encoding: 'utf8' });
    if (!stdout.includes('"diagnostics"')) throw new Error(`oxlint said: ${stdout}${stderr}`);
    findings = (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const rulesBroken = (file: string): string[] => findings.filter(({ filename }) => filename === file).map(({ code }) => code.replace(/^house\((.*)\)$/, '$1'));

describe('a line that must fail', () => {
  it.each(fails)('$rule: $file: $code', ({ rule, file }) => expect(rulesBroken(file)).toContain(rule));
});

describe('a line that must pass', () => {
  it.each(passes)('$rule: $file: $code', ({ file }) => expect(rulesBroken(file)).toEqual([]));
});

describe('style sheets', () => {
  it.each([
    '.a { margin-left: 1rem; }', '.a { padding-right: 0 }', '.a { left: 0; }', '.a { border-left: 1px solid; }', '.a { border-top-left-radius: 2px; }',
    '.a { text-align: left; }', '.a { float: right }', '.a {\n  color: red;\n  right: 4px;\n}', '.a { color: red; left: 0 }',
  ])('%s fails', (sheet) => expect(physicalDeclarations(sheet)).toHaveLength(1));

  it.each([
    '.a { margin-inline-start: 1rem; }', '.a { inset-inline: 0; }', '.a { text-align: start; }', '/* left: 0; */', '/*\n left: 0;\n*/', '.left { color: red; }',
    '.a { /* physical: a map has no reading direction */\n  left: 0;\n}', '.a { background-position: left; }', '.a:hover { transform: translateX(0) }', '.a { --left: 1px; }',
  ])('%s passes', (sheet) => expect(physicalDeclarations(sheet)).toEqual([]));
});
