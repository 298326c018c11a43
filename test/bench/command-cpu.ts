import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { sectionBody, submitBody } from '../../shared/funding/wire.ts';
import { browserOf } from '../support/browser-requests.ts';
import { caseAt, done, draftIn, filledCity, type FilledCity } from '../support/filled-city.ts';
import { SAMPLE_ANSWERS } from '../support/sample-application.ts';
import { median, type Figure } from './figure.ts';

type Ask = () => Promise<Response>;

const PARTS = '/api/funding/applications/:id';

/** The least that the same request costs: one route that validates the same body with the same schema. */
const bareApp = () =>
  new Hono()
    .put(
      `${PARTS}/sections/:section`,
      validator('json', (body) => sectionBody.parse(body)),
      (c) => c.json({ version: Object.keys(c.req.valid('json').answers).length }),
    )
    .post(
      `${PARTS}/submit`,
      validator('json', (body) => submitBody.parse(body)),
      (c) => c.json(c.req.valid('json')),
    );

/** Microseconds of CPU that each request takes, all threads together; what other processes do does not count. */
const cpuOf = async (asks: readonly Ask[]): Promise<number> => {
  const before = process.cpuUsage();
  for (const ask of asks) await done(ask());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / asks.length;
};

interface Contest {
  readonly name: string;
  /** Requests of one round, prepared outside of what is measured. */
  readonly api: () => Promise<readonly Ask[]>;
  readonly bare: Ask;
  readonly rounds: number;
  readonly limit: number | undefined;
}

const ratioOf = async ({ name, api, bare, rounds, limit }: Contest): Promise<Figure> => {
  const ours: number[] = [];
  const theirs: number[] = [];
  const warmUp = Math.ceil(rounds / 3);
  for (let round = -warmUp; round < rounds; round += 1) {
    const asks = await api();
    const own = await cpuOf(asks);
    const other = await cpuOf(Array.from({ length: asks.length * 4 }, () => bare));
    if (round < 0) continue;
    ours.push(own);
    theirs.push(other);
  }
  return { name, value: median(ours) / median(theirs), limit, unit: 'times' };
};

const saving = async (filled: FilledCity, bareEditor: FilledCity['editor']): Promise<Contest> => {
  const path = caseAt('app-saved', '/sections/project');
  const body = { answers: SAMPLE_ANSWERS['project']! };
  let version = await draftIn(filled, 'app-saved');
  const save: Ask = () => filled.editor('PUT', path, body, { 'if-match': `"${(version += 1) - 1}"` });
  return {
    name: 'save a section: CPU against a bare route with the same schema',
    api: async () => Array.from({ length: 100 }, () => save),
    bare: () => bareEditor('PUT', path, body, { 'if-match': '"1"' }),
    rounds: 45,
    limit: 6,
  };
};

const SUBMITTED = 40;

/**
 * Shown without a limit: the body is one number, so a bare route has nothing to validate, while submitting judges and seals the whole
 * application. Each round in a city of its own, so that the journal stays as small as it was.
 */
const submitting = (bareSignatory: FilledCity['signatory']): Contest => ({
  name: 'submit: CPU against a bare route with the same schema',
  api: async () => {
    const filled = await filledCity();
    const asks: Ask[] = [];
    for (let number = 0; number < SUBMITTED; number += 1) {
      const version = await draftIn(filled, `app-${number}`);
      asks.push(() => filled.signatory('POST', caseAt(`app-${number}`, '/submit'), { version }));
    }
    return asks;
  },
  bare: () => bareSignatory('POST', caseAt('app-1', '/submit'), { version: 5 }),
  rounds: 9,
  limit: undefined,
});

/** Commands through the whole API, with cookie session and memory journal. */
export const commandCpu = async (): Promise<Figure[]> => {
  const filled = await filledCity();
  const bare = await browserOf({ deps: filled.city.deps, app: bareApp() }, 'editor');
  return [await ratioOf(await saving(filled, bare)), await ratioOf(submitting(bare))];
};

if (import.meta.main) for (const { name, value } of await commandCpu()) console.log(name, value.toFixed(2));
