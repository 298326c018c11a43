import { join } from 'node:path';
import { BOARD_PEOPLE, FIRST_PEOPLE, PEOPLE } from '../functions/local/demo/people.ts';
import { addressesOf } from '../functions/local/identity/identity.ts';
import { readKeys } from '../functions/local/identity/keys.ts';
import { signToken } from '../functions/local/identity/token.ts';
import { runningIn } from '../functions/local/running.ts';
import { settingsFrom } from '../functions/local/settings.ts';

const refuse = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const [person] = process.argv.slice(2);
const { folder, demo } = settingsFrom(process.env);
const people = (demo ? [...PEOPLE, ...BOARD_PEOPLE] : FIRST_PEOPLE).map(({ id }): string => id);
if (person === undefined || !people.includes(person))
  refuse(`Name one of the demo people, for example "npm run --silent token -- editor": ${people.join(', ')}.`);

const city = runningIn(folder) ?? refuse('The portal is not running: start it with "npm start" in another terminal.');
const keys = readKeys(join(folder, 'identity')) ?? refuse(`${folder} holds no identity keys: start the portal first.`);
console.log(await signToken(keys, { ...addressesOf(city.publicUrl), person: person ?? '' }));
