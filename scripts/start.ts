import { readFileSync } from 'node:fs';
import { CannotStart } from '../functions/local/cannot-start.ts';
import { startCity, type City } from '../functions/local/city.ts';
import { FIRST_PEOPLE, PEOPLE } from '../functions/local/demo/people.ts';
import { faultLine, warningLine } from '../functions/local/log.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import type { NoteEvent } from '../functions/kernel/security-log.ts';
import { securityLine } from '../functions/kernel/log-line.ts';
import { builtWeb } from './built-web.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const report = (what: string, error: unknown): void => void process.stderr.write(faultLine(new Date(), what, error));
const warn = (what: string): void => void process.stderr.write(warningLine(new Date(), what));

const note: NoteEvent = (line) => void process.stderr.write(securityLine(line));

const greet = (city: City, demo: boolean): void => {
  const people = (demo ? PEOPLE : FIRST_PEOPLE).map(
    ({ id, name, roles }) =>
      `  ${id.padEnd(18)} ${name.padEnd(22)} ${[...new Set(roles.map(({ role }) => role))].join(', ')}`,
  );
  const lines = [
    `Anteil is ready at ${city.publicUrl}`,
    '',
    'Sign in with one click as (or for scripts: npm run --silent token -- <person>):',
    ...people,
    '',
    `Mail that the portal sends: ${city.publicUrl}/mailbox`,
    `The bank that carries out released payments: ${city.publicUrl}/bank`,
  ];
  console.log(lines.join('\n'));
};

let city: City | undefined;

/** While the city is still being built there is nothing to lose: leaving ends the database with us. */
const leave = async (): Promise<void> => {
  const open = city;
  city = undefined;
  if (open === undefined) process.exit(130);
  await open.stop();
  console.log(`Anteil has ended. Everything is kept in ${open.folder}; "npm start" goes on from there.`);
  process.exit(0);
};

const start = async (): Promise<void> => {
  const settings = settingsFrom(process.env);
  const web = await builtWeb();
  const open = await startCity(settings, { version, web, report, warn, note });
  city = open;
  greet(open, settings.demo);
  const sentence = await open.broken;
  await open.stop().catch(() => undefined);
  throw new CannotStart(sentence);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());

try {
  await start();
} catch (cause) {
  if (!(cause instanceof CannotStart)) throw cause;
  console.error(cause.message);
  process.exit(1);
}
