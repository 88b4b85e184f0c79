// After all migrations the schema builder must find nothing left to do: entities and migrations say the same.
import { runBuilt } from '../build/run-built.mjs';

const drift = await runBuilt('drift.js');
if (drift.trim() !== '') {
  console.error(`Entities and migrations differ. TypeORM would run:\n${drift}`);
  process.exitCode = 1;
}
