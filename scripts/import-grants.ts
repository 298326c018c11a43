import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../functions/kernel/clock.ts';
import { dynamoJournal } from '../functions/kernel/journal.dynamo.ts';
import type { Journal } from '../functions/kernel/journal.ts';
import { importGrants, noteRefused } from '../functions/ledger/import-grants.ts';
import { readGrants, type ReadGrants } from '../functions/ledger/read-grants.ts';
import { QUEUE } from '../functions/ledger/rows.ts';
import { runningIn } from '../functions/local/running.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import { localClient } from '../functions/local/table.ts';

const PATIENCE_SECONDS = 180;

/** Ends the import with one sentence. */
class Stop extends Error {}

const WHY: Readonly<Record<ReadGrants['refused'][number]['why'], string>> = {
  empty: 'is empty',
  'too-long': 'is too long',
  'unsafe-characters': 'holds characters that no text needs, such as "<" or control characters',
  'not-a-year': 'is no year',
  'not-an-amount': 'is no amount in euros',
  'not-a-postcode': 'is no postcode',
  'unknown-kind': 'is neither "Projektförderung" nor "institutionelle Förderung"',
  'not-a-register-number': 'is no register number',
  'not-a-policy-field': 'is no policy field',
  'other-number-of-cells': 'has another number of cells than the first line',
};

const read = (file: string): ReadGrants => {
  if (!existsSync(file)) throw new Stop(`There is no file ${file}.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new Stop(`The file ${file} cannot be read as UTF-8 text.`);
  }
  const found = readGrants(text);
  if (found === undefined) throw new Stop(`The file ${file} does not begin with the columns of published grants.`);
  return found;
};

/** Waits for the running portal to take everything into the log. */
const untilPublished = async (journal: Journal): Promise<boolean> => {
  for (let waited = 0; waited < PATIENCE_SECONDS * 2; waited += 1) {
    const { rows } = await journal.page({ pk: QUEUE, limit: 1 });
    if (rows.length === 0) return true;
    await wait(500);
  }
  return false;
};

const run = async (): Promise<void> => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Stop('Usage: npm run import-grants -- <file.csv>');
  const { grants, refused } = read(file);
  for (const { line, column, why } of refused) {
    console.error(`Line ${line}${column === undefined ? '' : `, column ${column}`}: ${WHY[why]}.`);
  }
  const city = runningIn(settingsFrom(process.env).folder);
  if (city === undefined) throw new Stop('The portal is not running: start it with "npm start" in another terminal.');
  const client = localClient(city.dynamodb, city.databaseKey);
  const journal = dynamoJournal({ client, table: city.table });
  const deps = { journal, clock: systemClock };
  const { added, waiting, known } = await importGrants(deps, grants);
  await noteRefused(deps, basename(file), refused);
  console.log(
    `${added} grants added, ${known} were there already, ${new Set(refused.map(({ line }) => line)).size} rows refused.`,
  );
  if (waiting > 0) {
    console.log(
      `${waiting} rows wait: they may tell of a natural person. Somebody looks at them first: ${city.publicUrl}/ledger/office/held`,
    );
  }
  const published = await untilPublished(journal);
  client.destroy();
  console.log(
    published
      ? `They are in the public ledger: ${city.publicUrl}/ledger`
      : 'They are queued; the portal takes them into the public ledger.',
  );
  if (refused.length > 0) process.exitCode = 1;
};

try {
  await run();
} catch (error) {
  console.error(error instanceof Stop ? error.message : `The import stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
