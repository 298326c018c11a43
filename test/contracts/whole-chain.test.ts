import { beforeAll, describe, expect, test } from 'vitest';
import { workDaily } from '../../functions/daily.ts';
import { ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { statementXml } from '../../functions/payments/statement.fixture.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD, confirmed, done, planned, seated } from '../support/board.ts';
import { batchOf, claimOfPerson, sent, viewOf } from '../support/claims.ts';
import { testCity, type TestCity } from '../support/city.ts';
import { accountInForce, confirmReturns, PAYEE_IBAN } from '../support/payments.ts';

const AUTHORITY = 'be-ba-03';
const PAYER_IBAN = 'DE48831978578963334018';
const PERSONS = ['member', 'member2', 'editor', 'signatory', 'editor2', 'signatory2'];
const SITTING = { sitting: 'sitzung-1', from: '2026-11-19T17:00', to: '2026-11-19T19:00' };
const CLAIMS = PERSONS.map((person) => claimOfPerson(SITTING.sitting, person));
const RUN = '/api/payments/runs/lauf-1';

const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await done(answer)).json()) as T;

interface RunSeen {
  readonly stage: string;
  readonly count: number;
  readonly sumCents: number;
  readonly fileSha256: string;
  readonly findings: readonly object[];
}

/** Nothing here is prepared behind the routes but the bank accounts, whose own way has its own tests. */
describe('from planning a sitting to the account of six volunteers', () => {
  let city: TestCity;
  let file: string;

  beforeAll(async () => {
    city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
    for (const [index, person] of PERSONS.entries()) {
      await seated(city, { seat: `sitz-${index + 1}`, as: 'member', person });
      await accountInForce(city.deps.journal, person);
    }
  });

  const run = (who = 'certifier') => json<RunSeen>(city.get(who, RUN));

  test('the office plans, everybody sat there, the list is confirmed on one page', async () => {
    await planned(city, SITTING);
    const all = Object.fromEntries(PERSONS.map((_, index) => [`sitz-${index + 1}`, 'member' as const]));
    await done(confirmed(city, SITTING.sitting, all));
    await city.settle();
    const { items } = await json<{ items: { claim: string; feeCents: number; stage: string }[] }>(
      city.get('member', '/api/compensation/claims'),
    );
    expect(items).toMatchObject([{ claim: CLAIMS[0], feeCents: 20_00, stage: 'drafted' }]);
  });

  test('each confirms in one step; office, orderer and the payment room follow', async () => {
    for (const [index, person] of PERSONS.entries()) await sent(city, person, CLAIMS[index]!);
    const certified = await batchOf(city, 'body-office', CLAIMS);
    expect(certified.totals).toEqual([{ body: BOARD, count: 6, cents: 120_00 }]);
    await done(city.post('body-office', '/api/compensation/certify', certified));
    await done(city.post('orderer', '/api/compensation/order', await batchOf(city, 'orderer', CLAIMS)));
    await city.settle();
    const ready = `/api/payments/orders?queue=ready&authority=${AUTHORITY}`;
    expect((await json<{ items: object[] }>(city.get('certifier', ready))).items).toHaveLength(6);
  });

  test('a run takes all six, is closed by one person and released by another', async () => {
    const opening = { authority: AUTHORITY, executionDay: '2026-11-25', channel: 'optOut' };
    await done(city.put('certifier', RUN, opening));
    await city.settle();
    const { count, sumCents, findings } = await run();
    expect({ count, sumCents, findings }).toEqual({ count: 6, sumCents: 120_00, findings: [] });
    await done(city.post('certifier', `${RUN}/close`, { count, sumCents }));
    const { fileSha256 } = await run();
    await done(city.post('orderer', `${RUN}/release`, { fileSha256 }));
    await done(city.post('orderer', `${RUN}/transmitted`, { on: '2026-11-23' }));
    file = Buffer.from(city.deps.files.all.get(`payments/${fileSha256}`) ?? []).toString();
    expect(file.match(/<EndToEndId>/g)).toHaveLength(6);
    expect((await viewOf(city, 'member', CLAIMS[0]!)).stage).toBe('ordered');
  });

  test('paid is what the bank says: five are, and one comes back', async () => {
    const ids = [...file.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id!);
    const returnedId = (await viewOf(city, 'signatory2', CLAIMS[5]!)).caseNumber!;
    const movements = ids.map((endToEndId) => ({ endToEndId, amount: '20.00', reference: endToEndId }));
    const back = { endToEndId: returnedId, amount: '20.00', returned: 'AC04', reference: 'return-1' };
    const xml = new TextEncoder().encode(statementXml(PAYER_IBAN, [...movements, back]));
    for (const _ of ['once', 'and the same again']) {
      const upload = await city.upload('certifier', xml, 'application/xml');
      await city.post('certifier', '/api/payments/statements', { authority: AUTHORITY, upload });
      await city.settle();
    }
    expect((await viewOf(city, 'signatory2', CLAIMS[5]!)).stage).toBe('paid');
    expect(await confirmReturns(city, AUTHORITY)).toBe(1);
    await city.settle();
    const stages = await Promise.all(
      PERSONS.map(async (who, index) => (await viewOf(city, who, CLAIMS[index]!)).stage),
    );
    expect(stages).toEqual(['paid', 'paid', 'paid', 'paid', 'paid', 'paymentFailed']);
    expect(await viewOf(city, 'signatory2', CLAIMS[5]!)).toMatchObject({ failedReason: 'AC04' });
    expect(await viewOf(city, 'member', CLAIMS[0]!)).not.toHaveProperty('failedReason');
    city.at('2026-12-01T09:00:00.000Z' as Instant);
    expect(await json(city.get('member', '/api/compensation/statements/2026'))).toMatchObject({ totalCents: 20_00 });
    expect(await run('orderer')).toMatchObject({ booked: 6, returned: 1 });
  });

  test('after the cut-off the quarter is a public figure of five people, and of nobody', async () => {
    const open = () => json<{ items: object[] }>(city.get(undefined, '/api/public/compensation?year=2026'));
    await workDaily(city.deps);
    expect((await open()).items).toEqual([]);
    city.at('2027-02-20T09:00:00.000Z' as Instant);
    await workDaily(city.deps);
    await sequence(ledgerDeps(city.deps.journal, city.deps.files));
    const [quarter] = (await open()).items as { quarter: string; bodies: { body: string; figures?: object }[] }[];
    expect(quarter?.quarter).toBe('2026-Q4');
    const shown = quarter!.bodies.filter(({ figures }) => figures !== undefined);
    expect(shown).toMatchObject([{ body: BOARD, figures: { persons: 5, sittings: 1, cents: 100_00 } }]);
    const published = [...city.deps.files.all].map(([path, bytes]) => [path, Buffer.from(bytes).toString()] as const);
    const log = published.filter(([path]) => path.startsWith('ledger/') || path.startsWith('open-data/'));
    expect(log.length).toBeGreaterThan(0);
    for (const [path, text] of log)
      for (const secret of ['Fatima', 'Probemann', PAYEE_IBAN, ...CLAIMS]) expect(text, path).not.toContain(secret);
  });
});
