import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from '../functions/kernel/clock.ts';
import { dynamoJournal } from '../functions/kernel/journal.dynamo.ts';
import type { Journal } from '../functions/kernel/journal.ts';
import { openTasks } from '../functions/kernel/outbox.ts';
import { driveAgain, taskLines, taskName } from '../functions/kernel/tasks.ts';
import { asideEntries } from '../functions/ledger/aside.ts';
import { runningIn } from '../functions/local/running.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import { localClient } from '../functions/local/table.ts';

/** Ends the command with one sentence. */
class Stop extends Error {}

const USAGE = 'Usage: npm run tasks, or npm run tasks -- again <id>';

/** The table of the running portal, or the one in AWS that `TABLE` names, with the caller's own rights. */
const open = (): { readonly client: DynamoDBClient; readonly table: string } => {
  const table = process.env['TABLE'];
  if (table !== undefined && table !== '') return { client: new DynamoDBClient({}), table };
  const city = runningIn(settingsFrom(process.env).folder);
  if (city === undefined) throw new Stop('The portal is not running: start it with "npm start" in another terminal.');
  return { client: localClient(city.dynamodb, city.databaseKey), table: city.table };
};

const spoken = (seconds: number): string => {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
};

const list = async (journal: Journal): Promise<void> => {
  const lines = taskLines(await openTasks(journal), systemClock.now());
  for (const { id, kind, state, attempts, reason = '', ageSeconds, dueAt } of lines) {
    const next = dueAt === undefined ? '' : `, next at ${dueAt}`;
    const tried = attempts === 0 ? '' : `, ${attempts} attempts: ${reason}${next}`;
    console.log(`${id}  ${state.padEnd(7)}  ${kind.padEnd(22)}  for ${spoken(ageSeconds)}${tried}`);
  }
  const count = (state: string): number => lines.filter((line) => line.state === state).length;
  console.log(`${lines.length} open tasks, ${count('failing')} failing, ${count('parked')} parked.`);
  for (const { sk, step, why, at } of await asideEntries(journal))
    console.log(
      `Entry ${sk} of the ledger was set aside at ${at} (${step}): ${why}. Each run of the sequencer tries it again.`,
    );
};

const again = async (journal: Journal, id: string | undefined): Promise<void> => {
  if (id === undefined) throw new Stop(USAGE);
  const row = (await openTasks(journal)).find((one) => taskName(one) === id);
  if (row === undefined) throw new Stop(`There is no open task ${id}: it may be done by now. See "npm run tasks".`);
  const outcome = await journal.commit({ at: systemClock.now(), by: 'system', ...driveAgain(row) });
  if (outcome.is !== 'committed') throw new Stop(`The task ${id} was just being worked off: see "npm run tasks".`);
  console.log(`The next sweep takes ${id} up again.`);
};

const run = async ([act, id]: readonly string[]): Promise<void> => {
  const { client, table } = open();
  const journal = dynamoJournal({ client, table });
  try {
    if (act === undefined) await list(journal);
    else if (act === 'again') await again(journal, id);
    else throw new Stop(USAGE);
  } finally {
    client.destroy();
  }
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Stop ? error.message : `The tasks could not be read: ${(error as Error).message}`);
  process.exitCode = 1;
}
