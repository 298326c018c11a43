import { systemClock } from '../functions/kernel/clock.ts';
import { rebuild } from '../functions/local/rebuild.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import { operate } from './operate.ts';

/** `npm run rebuild`: the rows of lists and the totals anew from facts and records. */
await operate(async () => {
  const { rows, differed, wrong } = await rebuild(settingsFrom(process.env).folder, systemClock.now());
  const said = differed.length === 0 ? 'nothing differed' : `${differed.length} rows differed and were put right`;
  return { held: differed, wrong, said: `Made the rows of lists and totals anew from ${rows} rows: ${said}.` };
});
