import { workDaily } from '../../functions/daily.ts';
import { jpegOf, jpegSegment } from '../../functions/kernel/upload.fixture.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { sweep } from '../../functions/kernel/outbox.ts';
import { personKey } from '../../functions/kernel/person.ts';
import { ledgerDeps } from '../../functions/ledger/ledger.fixture.ts';
import { sequence } from '../../functions/ledger/sequence.ts';
import { statementXml } from '../../functions/payments/statement.fixture.ts';
import { reactionsOf } from '../../functions/reactions.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { enterAccount, mine } from './accounts.ts';
import { confirmed, done, planned, seated } from './board.ts';
import { batchOf, claimOfPerson, sent, settled, viewOf } from './claims.ts';
import { testCity, type TestCity } from './city.ts';
import { accountInForce } from './payments.ts';

const AUTHORITY = 'be-ba-03';
const PAYER_IBAN = 'DE48831978578963334018';
const PERSONS = ['member', 'member2', 'editor', 'signatory', 'editor2', 'signatory2', 'approver'];
const SITTING = 'sitzung-1';
const AT = `/api/bodies/body-bezirk-03/sittings/${SITTING}`;
const RUN = '/api/payments/runs/lauf-1';
const CLAIM = claimOfPerson(SITTING, 'member');
const CLAIM_AT = `/api/compensation/claims/${CLAIM}`;

/** Personal words and numbers, each in the one field where a person would type it. */
export const CANARIES = {
  name: 'Kanaria Vorname',
  email: 'kanaria.post@verein.example',
  street: 'Kanarienweg 17',
  town: 'Kanariendorf',
  holder: 'Kanaria Kontoinhaberin',
  otherHolder: 'Kanaria Zweitkonto',
  iban: 'AT611904300234573201',
  otherIban: 'DE89370400440532013000',
  rejectedBecause: 'Kanaria-Kontogrund',
  objection: 'Kanaria-Einwand',
  objectionAnswer: 'Kanaria-Einwandantwort',
  corrected: 'Kanaria-Berichtigung',
  cancelled: 'Kanaria-Absage',
  meetingAddress: 'https://kanaria-konferenz.example/raum',
  expense: 'Kanaria-Taxigrund',
  receipt: 'Kanaria-Beleg',
  query: 'Kanaria-Rückfrage',
  answer: 'Kanaria-Antwort',
  returned: 'Kanaria-Rückgabe',
  reasons: 'Kanaria-Begründung',
  held: 'Kanaria-Sperrgrund',
  movement: 'Kanaria-Fremdbuchung',
  settled: 'Kanaria-Klärung',
} as const;

let city: TestCity;
let journal: ReturnType<typeof memoryJournal>;
const logged: string[] = [];

/** The table as it is when its n-th call fails. */
const failing = (at: number): Journal => {
  let calls = 0;
  const breaks = <T>(answer: () => Promise<T>): Promise<T> =>
    (calls += 1) === at ? Promise.reject(new Error('The table is away')) : answer();
  return {
    read: (asks) => breaks(() => city.deps.journal.read(asks)),
    page: (ask) => breaks(() => city.deps.journal.page(ask)),
    commit: (commit) => breaks(() => city.deps.journal.commit(commit)),
  };
};

/** Lets everything happen, after each task has met a table that breaks: what is logged then is looked at below. */
const settle = async (): Promise<void> => {
  for (const at of [2, 3, 4]) {
    const deps = { ...city.deps, journal: failing(at) };
    const log = (failure: { error: Error }) =>
      void logged.push(JSON.stringify({ ...failure, error: `${failure.error.stack} ${String(failure.error.cause)}` }));
    await sweep({ ...deps, log }, reactionsOf(deps), { which: 'all' }).catch((error: Error) =>
      logged.push(String(error.stack)),
    );
  }
  await city.settle();
};

const post = async <T>(who: string, path: string, body: object): Promise<T> =>
  (await (await done(city.post(who, path, body))).json()) as T;
const get = async <T>(who: string | undefined, path: string): Promise<T> =>
  (await (await done(city.get(who, path))).json()) as T;

const people = async (): Promise<void> => {
  const key = personKey(asId('member'));
  const [[row] = []] = await journal.read([key]);
  await journal.commit({
    at: city.deps.clock.now(),
    by: 'system',
    writes: [{ put: { ...row!, ...key, name: CANARIES.name } }],
  });
  await settled(city);
  for (const [index, person] of PERSONS.entries()) {
    await seated(city, { seat: `sitz-${index + 1}`, as: 'member', person });
    const details = person === 'member' ? { holder: CANARIES.holder, iban: CANARIES.iban } : {};
    await accountInForce(city.deps.journal, person, details);
  }
  const { version } = await get<{ version: number }>('member', '/api/bodies/mine');
  const { street, town, email } = CANARIES;
  const address = { street, town, postcode: '13187' };
  const own = { email, language: 'de', isNamed: false, acceptsPortalDelivery: true, address };
  await done(city.put('member', '/api/bodies/mine', own, { 'if-match': `"${version}"` }));
};

const accounts = async (): Promise<void> => {
  await done(enterAccount(city, 'member2', CANARIES.otherIban, CANARIES.otherHolder));
  await settle();
  const { pending } = await mine(city, 'member2');
  await post('certifier', '/api/accounts/member2/reject', { hash: pending!.hash, reason: CANARIES.rejectedBecause });
};

const sittings = async (): Promise<void> => {
  const meeting = { title: 'Sitzung', mode: 'online', place: '', onlineAddress: CANARIES.meetingAddress };
  const times = { from: '2026-12-10T17:00', to: '2026-12-10T19:00' };
  const later = '/api/bodies/body-bezirk-03/sittings/sitzung-2';
  await done(city.put('body-office', later, { ...meeting, ...times }));
  await post('body-office', `${later}/cancel`, { reason: CANARIES.cancelled });
  await planned(city, { sitting: SITTING, from: '2026-11-19T17:00', to: '2026-11-19T19:00' });
  const all = Object.fromEntries(PERSONS.map((_, index) => [`sitz-${index + 1}`, 'member' as const]));
  await done(confirmed(city, SITTING, all));
  await settle();
  await post('member', `${AT}/object`, { text: CANARIES.objection });
  await post('body-office', `${AT}/answer-objection`, { person: 'member', text: CANARIES.objectionAnswer });
  const seen = await get<{ seq: number; from: string; to: string; attendance: { seat: string; present: string }[] }>(
    'body-office',
    AT,
  );
  const entries = seen.attendance.map(({ seat, present }) => ({ seat, present }));
  const list = { seq: seen.seq, from: seen.from, to: '2026-11-19T19:30', entries };
  await post('body-office', `${AT}/correct`, { ...list, reason: CANARIES.corrected });
  await settle();
};

const seqOf = async (who: string): Promise<number> => (await viewOf(city, who, CLAIM)).seq;

const rejection = async (): Promise<void> => {
  const upload = await city.upload('member', jpegOf(jpegSegment(0xfe, CANARIES.receipt)), 'image/jpeg');
  const taxi = { kind: 'taxi', cents: 27_40, reason: CANARIES.expense, pages: [{ upload }] };
  await done(city.put('member', `${CLAIM_AT}/expenses/taxi`, taxi));
  await sent(city, 'member', CLAIM);
  await post('body-office', `${CLAIM_AT}/query`, { text: CANARIES.query });
  await post('member', `${CLAIM_AT}/answer`, { text: CANARIES.answer });
  const propose = async () => {
    const recognised = [
      { item: 'fee', cents: 20_00 },
      { item: 'taxi', cents: 0 },
    ];
    const body = { seq: await seqOf('body-office'), recognised, reasons: CANARIES.reasons };
    await post('body-office', `${CLAIM_AT}/propose-rejection`, body);
  };
  await propose();
  await post('district-officer', `${CLAIM_AT}/return-rejection`, { text: CANARIES.returned });
  await propose();
  const { sha256 } = await post<{ sha256: string }>('district-officer', `/api/notices/previews/claims/${CLAIM}`, {});
  await post('district-officer', `${CLAIM_AT}/partly-reject`, { noticeSha256: sha256 });
  await settle();
  const { items } = await get<{ items: { id: string }[] }>('member', '/api/notices?of=me');
  await post('member', `/api/notices/${items[0]!.id}/open`, {});
};

const claims = async (): Promise<void> => {
  const others = PERSONS.filter((person) => person !== 'member').map((person) => claimOfPerson(SITTING, person));
  for (const person of PERSONS) if (person !== 'member') await sent(city, person, claimOfPerson(SITTING, person));
  await post('body-office', '/api/compensation/certify', await batchOf(city, 'body-office', others));
  await post('orderer', '/api/compensation/order', await batchOf(city, 'orderer', [...others, CLAIM]));
  await settle();
};

const payments = async (): Promise<void> => {
  const ready = `/api/payments/orders?queue=ready&authority=${AUTHORITY}`;
  const { items } = await get<{ items: { payment: string }[] }>('certifier', ready);
  await post('certifier', `/api/payments/orders/${items[0]!.payment}/hold`, { reason: CANARIES.held });
  await post('orderer', `/api/payments/orders/${items[0]!.payment}/free`, { reason: CANARIES.held });
  await done(city.put('certifier', RUN, { authority: AUTHORITY, executionDay: '2026-11-25', channel: 'optOut' }));
  await settle();
  const run = () => get<{ count: number; sumCents: number; fileSha256: string }>('certifier', RUN);
  const { count, sumCents } = await run();
  await post('certifier', `${RUN}/close`, { count, sumCents });
  const { fileSha256 } = await run();
  await post('orderer', `${RUN}/release`, { fileSha256 });
  await post('orderer', `${RUN}/transmitted`, { on: '2026-11-23' });
  await post('orderer', `${RUN}/order-list`, { format: 'csv' });
  const file = Buffer.from(city.deps.files.all.get(`payments/${fileSha256}`) ?? []).toString();
  if (!file.includes(CANARIES.iban)) throw new Error('The payment file does not pay to the account that was entered');
  const ids = [...file.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id!);
  const movements = ids.map((endToEndId) => ({ endToEndId, amount: '20.00', reference: endToEndId }));
  const unknown = { endToEndId: CANARIES.movement, amount: '5.00', reference: 'fremd', iban: CANARIES.otherIban };
  const xml = new TextEncoder().encode(statementXml(PAYER_IBAN, [...movements, unknown]));
  const upload = await city.upload('certifier', xml, 'application/xml');
  await done(city.post('certifier', '/api/payments/statements', { authority: AUTHORITY, upload }));
  await settle();
  const open = await get<{ items: { clarification: string }[] }>(
    'certifier',
    `/api/payments/clarifications?authority=${AUTHORITY}`,
  );
  const { clarification } = open.items[0]!;
  await post('certifier', `/api/payments/clarifications/${clarification}/settle`, { note: CANARIES.settled });
};

const publication = async (): Promise<void> => {
  city.at('2026-12-01T09:00:00.000Z' as Instant);
  await workDaily(city.deps);
  await post('member', '/api/notices/statements/2026', {});
  city.at('2027-02-20T09:00:00.000Z' as Instant);
  await workDaily(city.deps);
  await settle();
  await sequence(ledgerDeps(city.deps.journal, city.deps.files));
};

/** A year of seven volunteers with a canary in every field that is personal: what the portal then holds, sent and logged. */
export const volunteersYear = async () => {
  journal = memoryJournal();
  city = await testCity('2026-11-23T09:00:00.000Z' as Instant, journal);
  await people();
  await accounts();
  await sittings();
  await rejection();
  await claims();
  await payments();
  await publication();
  return { city, rows: journal.rows(), logged };
};
