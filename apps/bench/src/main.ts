// npm run bench: the program measured against its limits, in one run. `--json` prints the figures only as JSON.
import { signIn } from './api.ts';
import { type Figures, plain, printTable, time } from './figures.ts';
import { measureFanout } from './fanout.ts';
import { measureGrowth } from './growth.ts';
import { install } from './installation.ts';
import { measureReading } from './reading.ts';
import { measureRush } from './rush.ts';
import { measureWriting } from './writing.ts';

const asJson = process.argv.includes('--json');
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const say = (line: string) => void (asJson ? process.stderr : process.stdout).write(`${line}\n`);

const installation = await install(say);
try {
  const limit = await installation.startLimit();
  const api = await installation.startApi();
  const idle = api.memory();
  const cookie = await signIn(api.url, 7);
  const figures: Figures = { 'time to ready': time(api.readyAfter, limit.readyAfter) };
  const parts = {
    reading: () => measureReading(api.url, limit.url, cookie),
    writing: () => measureWriting(api.url, limit.url, cookie),
    rush: () => measureRush(api.url, installation.client),
    fanout: () => measureFanout(api.url, cookie, installation.client),
    growth: () => measureGrowth(api.url, installation.client),
  };
  for (const [part, measurePart] of Object.entries(parts)) {
    if (only.length > 0 && !only.includes(part)) continue;
    say(`Measuring ${part}.`);
    Object.assign(figures, await measurePart());
  }
  figures['memory idle'] = plain(idle, 'MiB');
  figures['memory after load'] = plain(api.memory(), 'MiB');
  if (asJson) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else printTable(figures);
} finally {
  await installation.close();
}
process.exit(0);
