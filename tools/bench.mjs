// `npm run bench`: builds what changed, then measures the program against its limits. `npm run bench -- --json` for figures only.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, projectEnvironment, projectNode, root } from './install.mjs';

const say = (line) => console.error(line);
await install(say);
await build(say);
const child = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', join(root, 'apps/bench/src/main.ts'), ...process.argv.slice(2)], { cwd: root, env: projectEnvironment(), stdio: 'inherit' });
child.once('close', (code) => process.exit(code ?? 1));
