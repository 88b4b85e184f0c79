import { migrate } from '@crosscity/migrations';
import { SettingsError, settingsOfProcess } from '@crosscity/platform/server';
import { start } from './program';

try {
  const settings = settingsOfProcess();
  const ran = await migrate(settings.DATABASE_URL);
  if (ran.length > 0) console.log(`migrated: ${ran.length} steps`);
  const program = await start(settings);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void program.stop().then(() => process.exit(0), () => process.exit(1)));
  }
  for (const line of program.welcome) console.log(line);
  console.log('ready');
} catch (error) {
  // One line for a wrong setting; anything else is a fault and shows where.
  if (error instanceof SettingsError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
