import { statementXml } from '../../functions/payments/statement.fixture.ts';
import { BOARD } from './board.ts';
import { batchOf, claimOfPerson } from './claims.ts';
import type { TestCity } from './city.ts';

export type ClaimAct =
  | 'list'
  | 'submit'
  | 'certify'
  | 'order'
  | 'open'
  | 'close'
  | 'release'
  | 'cancel'
  | 'statement'
  | 'fix';

export interface ClaimWish {
  readonly act: ClaimAct;
  /** Which of the things there are, and which of the people who may. */
  readonly pick: number;
  readonly other: number;
  readonly key: string;
}

const AUTHORITY = 'be-ba-03';
const PAYER_IBAN = 'DE48831978578963334018';
const PERSONS = ['member', 'member2', 'editor'];
const SITTINGS = ['sitzung-1', 'sitzung-2'];
const RUNS = ['lauf-1', 'lauf-2'];

const oneOf = <T>(all: readonly T[], pick: number): T => all[pick % all.length]!;

type Outcome = 'done' | 'refused';

/** @throws Error where the portal broke instead of refusing. */
const outcomeOf = async (answer: Response): Promise<Outcome> => {
  if (answer.status >= 500) throw new Error(`${answer.status} ${await answer.text()}`);
  if (!answer.ok) return 'refused';
  const { refused = [] } = (await answer.json()) as { refused?: unknown[] };
  return refused.length === 0 ? 'done' : 'refused';
};

/** The files of runs, as the bank has them by now or never will. */
const filesIn = (city: TestCity): string[] =>
  [...city.deps.files.all]
    .filter(([path]) => path.startsWith('payments/'))
    .map(([, bytes]) => String(Buffer.from(bytes)));

const statement = async (city: TestCity, { pick, other }: ClaimWish): Promise<Response | undefined> => {
  const files = filesIn(city);
  if (files.length === 0) return undefined;
  const ids = [...oneOf(files, pick).matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id!);
  const movements = ids.map((endToEndId) => ({ endToEndId, amount: '20.00', reference: endToEndId }));
  const back = movements.filter((_, index) => (index + other) % 4 === 0);
  const returns = back.map((one) => ({ ...one, returned: 'AC04', reference: `${one.reference}-back` }));
  const who = oneOf(['certifier', 'approver2'], other);
  const xml = statementXml(PAYER_IBAN, [...movements, ...returns], `S-${ids.join('-').slice(0, 20)}`);
  const upload = await city.upload(who, new TextEncoder().encode(xml), 'application/xml');
  return city.post(who, '/api/payments/statements', { authority: AUTHORITY, upload });
};

const runAct = async (city: TestCity, { act, pick, other, key }: ClaimWish): Promise<Response | undefined> => {
  const path = `/api/payments/runs/${oneOf(RUNS, pick)}`;
  const who = oneOf(
    act === 'release' || act === 'cancel' ? ['orderer', 'approver2'] : ['certifier', 'approver2'],
    other,
  );
  const opening = { authority: AUTHORITY, executionDay: '2026-11-25', channel: 'verified' };
  if (act === 'open') return city.put(who, path, opening);
  const answer = await city.get(who, path);
  if (!answer.ok) return undefined;
  const { count, sumCents, fileSha256 } = (await answer.json()) as Record<string, unknown>;
  if (act === 'release' && fileSha256 === undefined) return undefined;
  const body = act === 'close' ? { count, sumCents } : act === 'release' ? { fileSha256 } : {};
  return city.post(who, `${path}/${act}`, body, { 'idempotency-key': key });
};

const list = async (city: TestCity, { pick, other }: ClaimWish): Promise<Response> => {
  const path = `/api/bodies/${BOARD}/sittings/${oneOf(SITTINGS, pick)}`;
  const seen = (await (await city.get('body-office', path)).json()) as Record<string, unknown>;
  const { seq, from, to, stage } = seen;
  const isThere = (index: number) => (other >> index) % 4 !== 0;
  const entries = PERSONS.map((_, index) => ({
    seat: `sitz-${index + 1}`,
    present: isThere(index) ? 'member' : 'absent',
  }));
  const body = { seq, from, to, entries };
  return stage === 'planned'
    ? city.post('body-office', `${path}/confirm`, body)
    : city.post('body-office', `${path}/correct`, { ...body, reason: 'Berichtigung' });
};

const claimAct = async (city: TestCity, { act, pick, other, key }: ClaimWish): Promise<Response | undefined> => {
  const person = oneOf(PERSONS, pick);
  const claim = claimOfPerson(oneOf(SITTINGS, Math.floor(pick / 3)), person);
  const path = `/api/compensation/claims/${claim}`;
  const answer = await city.get(person, path);
  if (!answer.ok) return undefined;
  const { seq, totalCents } = (await answer.json()) as { seq: number; totalCents: number };
  const header = { 'idempotency-key': key };
  if (act === 'submit') return city.post(person, `${path}/submit`, { seq, totalCents }, header);
  const who = oneOf(act === 'order' ? ['orderer', 'approver2'] : ['body-office', 'certifier', 'approver2'], other);
  if (act === 'fix') return city.post(who, `${path}/fix-bank-data`, { seq, sameStands: true }, header);
  return city.post(who, `/api/compensation/${act}`, await batchOf(city, person, [claim]), header);
};

/** Looks at what there is and asks for it; what was there may be gone by the time it is asked for. */
export const perform = async (city: TestCity, wish: ClaimWish): Promise<Outcome> => {
  const asked = {
    list,
    statement,
    submit: claimAct,
    certify: claimAct,
    order: claimAct,
    fix: claimAct,
    open: runAct,
    close: runAct,
    release: runAct,
    cancel: runAct,
  }[wish.act];
  const answer = await asked(city, wish);
  return answer === undefined ? 'refused' : outcomeOf(answer);
};
