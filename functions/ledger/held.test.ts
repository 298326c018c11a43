import { describe, expect, test } from 'vitest';
import { asId, type EntryId } from '../../shared/kernel/id.ts';
import type { HeldBody } from '../../shared/ledger/office-wire.ts';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { listHeld, publishHeld, publishManyHeld } from './held.ts';
import { importGrants, noteRefused } from './import-grants.ts';
import {
  ADMIN,
  auditFiles,
  AUDITOR,
  clockedLedger,
  everythingPublic,
  MANAGER,
  OTHERS,
  shownIn,
} from './ledger.fixture.ts';
import { readGrants } from './read-grants.ts';
import { sequence } from './sequence.ts';

const CITY = 'name;geber;art;jahr;anschrift;politikbereich;zweck;betrag;empfaengerid';
const ROWS = [
  `A e. V.;Amt;;2020;10999;Soziales;Sprachkurs;10;VR_000001`,
  `B gGmbH;Amt;;2020;10999;Soziales;Zuschuss (Hr. Geheimnisvoll);20;HRB_000002`,
  `C e. V. c/o Erika Geheimnisvoll;Amt;;2020;10999;Soziales;Fest;30;VR_000003`,
];

const loaded = async () => {
  const at = clockedLedger();
  const { grants } = readGrants([CITY, ...ROWS].join('\n'))!;
  const outcome = await importGrants(at.deps, grants);
  await sequence(at.deps);
  const list = async () => {
    const found = await listHeld(at.deps, MANAGER);
    return found.ok ? found.value.items : [];
  };
  const items = await list();
  const idOf = (begin: string): EntryId => items.find(({ name }) => name.startsWith(begin))!.id;
  return { ...at, outcome, grants, list, idOf };
};

describe('rows of loaded files that may tell of a natural person', () => {
  test('wait: nothing of them is published by loading, once or twice', async () => {
    const { journal, files, deps, outcome, grants } = await loaded();
    expect(outcome).toEqual({ added: 1, waiting: 2, known: 0 });
    expect(await importGrants(deps, grants)).toEqual({ added: 0, waiting: 0, known: 3 });
    await sequence(deps);
    expect(everythingPublic(journal, files).toLowerCase()).not.toContain('geheimnisvoll');
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 1 });
  });

  test.each<[HeldBody, Partial<PublicEntry>]>([
    [{ as: 'asItStands' }, { purpose: 'Zuschuss (Hr. Geheimnisvoll)', recipient: expect.anything() as never }],
    [{ as: 'withoutName' }, { nameWithheld: 'legal-form-unknown' }],
    [{ as: 'changed', name: 'B gGmbH', purpose: 'Zuschuss' }, { purpose: 'Zuschuss' }],
    [
      { as: 'changed', purpose: 'Zuschuss' },
      { purpose: 'Zuschuss', nameWithheld: 'legal-form-unknown' },
    ],
  ])('are published as an official decides: %j', async (body, expected) => {
    const { journal, files, deps, idOf, list, grants } = await loaded();
    const entry = idOf('B');
    expect(await publishHeld(deps, { actor: MANAGER, key: 'intent-one', entry, body })).toMatchObject({ ok: true });
    expect(await publishHeld(deps, { actor: MANAGER, key: 'intent-one', entry, body })).toMatchObject({ ok: true });
    expect(await publishHeld(deps, { actor: MANAGER, key: 'intent-two', entry, body })).toMatchObject({ ok: false });
    await sequence(deps);
    const shown = shownIn(journal).find(({ id }) => id === entry)!;
    expect(shown).toMatchObject(expected);
    if (body.as === 'withoutName') expect(Object.keys(shown)).not.toContain('purpose');
    if (body.as !== 'asItStands') expect(everythingPublic(journal, files)).not.toContain('Geheimnisvoll');
    expect(await list()).toHaveLength(1);
    expect(await importGrants(deps, grants)).toEqual({ added: 0, waiting: 0, known: 3 });
    const facts = journal.rows().filter(({ pk }) => pk === `held#${entry}`);
    expect(facts).toMatchObject([{ by: 'manager', fact: { type: 'held.published', as: body.as } }]);
  });

  test('several are decided in one way at once, each by itself', async () => {
    const { deps, idOf, list, journal } = await loaded();
    const entries = [idOf('B'), idOf('C'), asId<'entry'>('unknown-row')];
    expect(await publishManyHeld(deps, ADMIN, { as: 'withoutName', entries })).toEqual({
      ok: true,
      value: { published: 2, left: 1 },
    });
    expect(await list()).toEqual([]);
    const count = journal.rows().find(({ pk }) => pk === 'ledger#count-held')!['count'];
    expect(count).toEqual({ entries: 0, cents: 0 });
  });

  test('are seen by those who keep the register and by the auditor, who decides nothing', async () => {
    const { deps, idOf } = await loaded();
    const asked = { entry: idOf('B'), body: { as: 'asItStands' } as const, key: 'intent-one' };
    expect(await listHeld(deps, AUDITOR)).toMatchObject({ ok: true, value: { mayDecide: false } });
    expect(await publishHeld(deps, { ...asked, actor: AUDITOR })).toMatchObject({ refusal: 'not-permitted' });
    for (const actor of OTHERS) {
      expect(await listHeld(deps, actor)).toMatchObject({ refusal: 'not-found' });
      expect(await publishHeld(deps, { ...asked, actor })).toMatchObject({ refusal: 'not-found' });
    }
  });

  test('what waits and what could not be read is told with its sum', async () => {
    const { journal, deps } = await loaded();
    expect(journal.rows().find(({ pk }) => pk === 'ledger#count-held')).toMatchObject({
      count: { entries: 2, cents: 5000 },
    });
    const { refused } = readGrants(
      [CITY, `;Amt;;2020;;;x;40;`, `;Amt;;2020;;;x;2,50;`, `A;Amt;;20;;;x;1;`].join('\n'),
    )!;
    await noteRefused(deps, 'file.csv', refused);
    await noteRefused(deps, 'file.csv', refused);
    expect(journal.rows().filter(({ pk }) => pk === 'ledger#refused')).toMatchObject([
      {
        sums: [
          { why: 'empty', entries: 2, cents: 4250 },
          { why: 'not-a-year', entries: 1, cents: 100 },
        ],
      },
    ]);
  });
});
