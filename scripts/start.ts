import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../functions/local/cannot-start.ts';
import { startCity, type City } from '../functions/local/city.ts';
import { FIRST_PEOPLE, PEOPLE } from '../functions/local/demo/people.ts';
import { settingsFrom } from '../functions/local/settings.ts';
import { builtWeb } from './built-web.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const report = (what: string, error: unknown): void => console.error(what, error);

const greet = (city: City, demo: boolean): void => {
  console.log(`Anteil is ready at ${city.publicUrl}`);
  console.log(`\nSign in with one click as (or for scripts: npm run --silent token -- <person>):`);
  for (const { id, name, roles } of demo ? PEOPLE : FIRST_PEOPLE)
    console.log(`  ${id.padEnd(18)} ${name.padEnd(22)} ${roles.map(({ role }) => role).join(', ')}`);
  console.log(`\nMail that the portal sends: ${city.publicUrl}/mailbox`);
};

const stopOnSignal = (city: City): void => {
  let asked = false;
  const stop = async (): Promise<void> => {
    if (asked) process.exit(130);
    asked = true;
    await city.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
};

const start = async (): Promise<void> => {
  const settings = settingsFrom(process.env);
  const web = await builtWeb(fileURLToPath(new URL('..', import.meta.url)));
  const city = await startCity(settings, { version, web, report });
  stopOnSignal(city);
  greet(city, settings.demo);
  const sentence = await city.broken;
  await city.stop().catch(() => undefined);
  throw new CannotStart(sentence);
};

try {
  await start();
} catch (cause) {
  if (!(cause instanceof CannotStart)) throw cause;
  console.error(cause.message);
  process.exit(1);
}
