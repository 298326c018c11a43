import { beforeEach, describe, expect, test } from 'vitest';
import { sent, told, ordersIn, viewOf } from '../../test/support/claims.ts';
import { CLAIM, eveningCity, START } from '../../test/support/evening.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import type { NoticeLine, NoticeView, PreviewView } from '../../shared/notices/wire.ts';
import { memberKey } from '../bodies/views.ts';
import { issueNotice } from './issue.ts';

type Evening = Awaited<ReturnType<typeof eveningCity>>;
let city: Evening['city'];
let act: Evening['act'];
let seqOf: Evening['seqOf'];
let batch: Evening['batch'];

const ADDRESS = { street: 'Beispielallee 7', postcode: '13187', town: 'Berlin' };

/** What the member has told the portal. */
const details = (more: object) =>
  city.deps.journal.commit({
    at: START,
    by: 'system',
    writes: [
      {
        put: {
          ...memberKey(asId('member')),
          member: {
            person: 'member',
            name: 'Fatima Probemann',
            email: 'member@anteil.example',
            language: 'ar',
            isNamed: false,
            emailSince: START,
            bodies: ['body-bezirk-03'],
            authorities: ['be-ba-03'],
            ...more,
          },
        },
      },
    ],
  });

const preview = (who: string, claim: string = CLAIM) => city.post(who, `/api/notices/previews/claims/${claim}`, {});
const seen = async (who = 'district-officer') => (await (await preview(who)).json()) as PreviewView;

const propose = async (cents: number) =>
  act('body-office', 'propose-rejection', {
    seq: await seqOf('body-office'),
    recognised: [{ item: 'fee', cents }],
    reasons: 'Die Sitzung begann für Sie erst nach der Pause.\n\nDas ergibt die Liste.',
  });

/** A proposal, looked at and released; gives the notice. */
const released = async (cents = 5_00): Promise<NoticeLine> => {
  await propose(cents);
  const { sha256 } = await seen();
  await act('district-officer', 'partly-reject', { noticeSha256: sha256 });
  await city.settle();
  const list = await city.get('member', '/api/notices?of=me');
  return ((await list.json()) as { items: NoticeLine[] }).items[0]!;
};

const view = async (who: string, id: string) => {
  const answer = await city.get(who, `/api/notices/${id}`);
  return { status: answer.status, body: (await answer.json()) as NoticeView };
};

beforeEach(async () => {
  ({ city, act, seqOf, batch } = await eveningCity());
  await sent(city, 'member', CLAIM);
});

describe('looking at the notice on a claim', () => {
  test('shows the releaser the very pages, with amounts, reasons and the remedy of the district office', async () => {
    await details({ address: ADDRESS });
    await propose(5_00);
    const { mayRelease, content, sha256 } = await seen();
    expect(mayRelease).toBe(true);
    const text = JSON.stringify(content).replaceAll('\u00A0', ' ');
    for (const word of [
      '5,00',
      '15,00',
      'nach der Pause',
      '§ 1 Abs. 1 DepEntschGDV',
      'Widerspruch bei dem Bezirksamt Pankow',
    ])
      expect(text).toContain(word);
    expect(content.head.addressee).toEqual(['Fatima Probemann', 'Beispielallee 7', '13187 Berlin']);
    expect(content.signature.name).toBe('Petra Kiezowski');
    expect(await act('district-officer', 'partly-reject', { noticeSha256: sha256 })).toBe('partlyCertified');
  });

  test('is open to who examines, without the right to release and without a signature', async () => {
    await details({ address: ADDRESS });
    await propose(5_00);
    const { mayRelease, content, sha256 } = await seen('body-office');
    expect(mayRelease).toBe(false);
    expect(content.signature.name).toBe('N. N.');
    expect(await act('district-officer', 'partly-reject', { noticeSha256: sha256 })).toBe('409 notice-outdated');
  });

  test.each(['member', 'member2', 'signatory', 'case-officer', 'approver', 'admin'])(
    'does not exist for %s',
    async (who) => {
      await details({ address: ADDRESS });
      await propose(5_00);
      expect((await preview(who)).status).toBe(404);
      expect((await preview(who, 'c-unknown')).status).toBe(404);
    },
  );

  test('needs a proposal, and a way to reach the member', async () => {
    await details({ address: ADDRESS });
    expect(await (await preview('district-officer')).json()).toMatchObject({ refusal: 'no-proposal' });
    await propose(5_00);
    await details({});
    expect(await (await preview('district-officer')).json()).toMatchObject({ refusal: 'address-needed' });
    await details({ portalDelivery: { consentedAt: START } });
    expect((await preview('district-officer')).status).toBe(200);
  });
});

describe('issuing it', () => {
  test('with consent it waits in the portal, a mail says so without a word of it, and opening it delivers', async () => {
    await details({ portalDelivery: { consentedAt: START } });
    const line = await released();
    expect(line).toMatchObject({ kind: 'claimPartialRefusal', claim: CLAIM, person: 'member', day: '2026-11-23' });
    const mail = city.mails.at(-1)!;
    expect(mail).toMatchObject({ to: 'member@anteil.example', language: 'ar' });
    expect(mail.text).toContain(`/notices/${line.id}`);
    expect(mail.text).not.toMatch(/Probemann|5,00|15,00/);
    expect((await view('district-officer', line.id)).body).toMatchObject({ opensByRetrieval: false });
    expect((await view('member', line.id)).body).toMatchObject({ opensByRetrieval: true });
    const opened = await city.post('member', `/api/notices/${line.id}/open`, {});
    expect(await opened.json()).toMatchObject({
      delivery: { state: 'delivered', deliveredOn: '2026-11-24', remedyUntil: '2026-12-24' },
    });
  });

  test('without consent it waits to be posted, and the office of the district records that', async () => {
    await details({ address: ADDRESS });
    const mails = city.mails.length;
    const line = await released(0);
    expect(line.kind).toBe('claimRefusal');
    expect(city.mails).toHaveLength(mails);
    const posted = (who: string) => city.post(who, `/api/notices/${line.id}/posted`, { postedOn: '2026-11-23' });
    expect((await posted('member')).status).toBe(404);
    expect((await posted('case-officer')).status).toBe(404);
    expect(await (await posted('district-officer')).json()).toMatchObject({
      state: 'posted',
      deliveredOn: '2026-11-27',
    });
  });

  test('happens once, however often the task comes, and is in no list of an organisation and not in the ledger', async () => {
    await details({ portalDelivery: { consentedAt: START } });
    const line = await released();
    const mails = city.mails.length;
    const task = { id: `${line.id}-issue`, kind: 'notices.issue', claim: CLAIM, notice: line.id };
    await Promise.all([issueNotice(city.deps, task), issueNotice(city.deps, task)]);
    await city.settle();
    expect(city.mails).toHaveLength(mails);
    const queue = await city.deps.journal.page({ pk: 'ledger#queue', limit: 10 });
    expect(queue.rows).toEqual([]);
    const organisation = await city.get('signatory', '/api/notices');
    expect(await organisation.json()).toEqual({ items: [] });
  });

  test('is read by the member and by officials of the authority, and does not exist for anyone else', async () => {
    await details({ portalDelivery: { consentedAt: START } });
    const { id } = await released();
    for (const who of ['member', 'district-officer', 'certifier', 'auditor'])
      expect((await view(who, id)).status, who).toBe(200);
    for (const who of ['member2', 'signatory', 'case-officer', 'body-office', 'admin'])
      expect((await view(who, id)).status, who).toBe(404);
    expect(await (await city.get('member2', '/api/notices?of=me')).json()).toEqual({ items: [] });
  });
});

describe('one’s own yearly statement', () => {
  const make = (who: string | undefined, year: string) => city.post(who, `/api/notices/statements/${year}`, {});

  test('is made as a document of what was paid, with the address if there is one', async () => {
    await details({ address: ADDRESS });
    await batch('certifier', 'certify');
    await batch('orderer', 'order');
    const [order] = await ordersIn(city);
    await told(city, CLAIM, order!['payment'] as string, 'booked');
    await city.settle();
    expect((await viewOf(city, 'member', CLAIM)).stage).toBe('paid');
    city.at('2026-12-03T08:00:00.000Z' as Instant);
    expect(await (await make('member', '2026')).json()).toEqual({ link: expect.any(String) });
    const [made] = await city.deps.files.list('yearly-statements/');
    const { kind, facts } = JSON.parse(new TextDecoder().decode(await city.deps.files.get(made!))) as {
      kind: string;
      facts: object;
    };
    expect(kind).toBe('statement');
    expect(facts).toMatchObject({
      year: 2026,
      day: '2026-12-03',
      name: 'Fatima Probemann',
      payers: ['Bezirksamt Pankow von Berlin'],
      address: ADDRESS,
      totalCents: 20_00,
      lines: [{ paidOn: '2026-12-01' }],
    });
  });

  test('is nobody else’s: another person’s is empty', async () => {
    await make('member2', '2026');
    const [made] = await city.deps.files.list('yearly-statements/');
    expect(new TextDecoder().decode(await city.deps.files.get(made!))).toContain('"lines":[]');
  });

  test.each([
    ['2027', 409],
    ['26', 400],
    ['abcd', 400],
  ])('of %s is answered with %i', async (year, status) => {
    expect((await make('member', year)).status).toBe(status);
    expect((await make(undefined, year)).status).toBe(401);
  });
});
