import { systemClock } from '../functions/kernel/clock.ts';
import { backUp } from '../functions/local/backup.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import { operate, wantedFolder } from './operate.ts';

/** `npm run backup -- <folder>`: the whole portal out, with an audit. */
await operate(async () => {
  const folder = wantedFolder('Usage: npm run backup -- <folder that does not exist yet>');
  const done = await backUp(settingsFrom(process.env).folder, folder, systemClock.now());
  return {
    ...done,
    said: `Backed up to ${folder}: ${done.files} files, ${done.rows} rows. It holds keys and personal data: keep it as safe as the portal.`,
  };
});
