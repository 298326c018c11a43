import { systemClock } from '../functions/kernel/clock.ts';
import { restore } from '../functions/local/backup.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import { operate, wantedFolder } from './operate.ts';

/** `npm run restore -- <folder>`: the whole portal in, with an audit; overwrites nothing. */
await operate(async () => {
  const folder = wantedFolder('Usage: npm run restore -- <folder with a backup>');
  const data = settingsFrom(process.env).folder;
  const done = await restore(folder, data, systemClock.now());
  return {
    ...done,
    said: `Restored to ${data}: ${done.files} files, ${done.rows} rows. "npm start" goes on from there.`,
  };
});
