import { describe, expect, test } from 'vitest';
import type { Actor } from '../../shared/kernel/actor.ts';
import { addSeconds } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { textOf } from '../../shared/ledger/bytes.ts';
import { askErasure, decideOnErasure, listErasures } from './erasures.ts';
import {
  ADMIN,
  auditFiles,
  AUDITOR,
  clockedLedger,
  everythingPublic,
  grant,
  MANAGER,
  OTHERS,
  queue,
  queueMany,
  shownIn,
  words,
} from './ledger.fixture.ts';
import { sequence } from './sequence.ts';

const BODY = { entry: asId<'entry'>('entry-99'), names: ['recipient', 'purpose'] as const, ground: 'request' as const };
const asked = { id: 'erasure-1', key: 'intent-one' };

const published = async () => {
  const at = clockedLedger();
  await queueMany(at.journal, 0, 60);
  await queue(at.journal, grant(99), { ...words(99), recipient: 'Kanarienvogel Verein', purpose: 'Kanarienvogel' });
  await sequence(at.deps);
  return at;
};

describe('published words are erased', () => {
  test('by two persons: who asked never confirms, whatever the role', async () => {
    const { deps, journal } = await published();
    const both: Actor = { ...MANAGER, roles: [...MANAGER.roles, ...ADMIN.roles] };
    expect(await askErasure(deps, MANAGER, 'erasure-1', { ...BODY, names: [...BODY.names] })).toMatchObject({
      ok: true,
    });
    for (const actor of [MANAGER, both]) {
      const outcome = await decideOnErasure(deps, { ...asked, actor, act: 'confirm' });
      expect(outcome).toMatchObject({ ok: false, refusal: 'second-person-needed' });
    }
    expect(await decideOnErasure(deps, { ...asked, actor: AUDITOR, act: 'confirm' })).toMatchObject({
      refusal: 'not-permitted',
    });
    for (const actor of OTHERS) {
      expect(await listErasures(deps, actor)).toMatchObject({ refusal: 'not-found' });
      expect(await askErasure(deps, actor, 'erasure-2', { ...BODY, names: ['purpose'] })).toMatchObject({
        refusal: 'not-found',
      });
      expect(await decideOnErasure(deps, { ...asked, actor, act: 'confirm' })).toMatchObject({ refusal: 'not-found' });
    }
    await sequence(deps);
    expect(JSON.stringify(journal.rows())).toContain('Kanarienvogel');
  });

  test('wherever they stand, with a trace of when and why; the log verifies and totals stay', async () => {
    const { deps, journal, files, clock } = await published();
    const note = textOf(files.all.get('ledger/log/checkpoint')!)!;
    await askErasure(deps, MANAGER, 'erasure-1', { ...BODY, names: [...BODY.names] });
    await decideOnErasure(deps, { ...asked, actor: ADMIN, act: 'confirm' });
    await sequence(deps);
    expect(everythingPublic(journal, files).toLowerCase()).not.toContain('kanarienvogel');
    expect(shownIn(journal).find(({ id }) => id === 'entry-99')).toMatchObject({
      erased: [{ names: ['recipient', 'purpose'], on: '2026-11-22', ground: 'request' }],
    });
    expect(await listErasures(deps, AUDITOR)).toMatchObject({
      value: { mayAsk: false, items: [{ stage: 'erased', askedBy: 'Name of manager', decidedBy: 'Name of admin' }] },
    });
    expect(await auditFiles(files, note)).toMatchObject({ ok: true, entries: 61, erased: 2, since: 61 });
    clock.at = addSeconds(clock.at, 600);
    await sequence(deps);
    expect(journal.rows().filter(({ pk }) => pk === 'ledger#erase')).toEqual([]);
    expect(shownIn(journal).find(({ id }) => id === 'entry-99')!.erased).toHaveLength(1);
  });

  test('also where the run dies at any call', async () => {
    const expected = 61;
    for (let at = 1; at < 60; at += 3) {
      const { deps, journal, files, clock } = await published();
      await askErasure(deps, MANAGER, 'erasure-1', { ...BODY, names: [...BODY.names] });
      await decideOnErasure(deps, { ...asked, actor: ADMIN, act: 'confirm' });
      let calls = 0;
      const commit: typeof journal.commit = async (one) => {
        if ((calls += 1) >= at) throw new Error('died');
        return journal.commit(one);
      };
      const put: typeof files.put = async (...parts) => {
        if ((calls += 1) >= at) throw new Error('died');
        return files.put(...parts);
      };
      await sequence({ ...deps, journal: { ...journal, commit }, files: { ...files, put } }).catch(() => undefined);
      await sequence(deps);
      clock.at = addSeconds(clock.at, 600);
      await sequence(deps);
      expect(everythingPublic(journal, files).toLowerCase(), `after call ${at}`).not.toContain('kanarienvogel');
      expect(await auditFiles(files)).toMatchObject({ ok: true, entries: expected, erased: 2 });
    }
  });

  test('also where they are erased between a run reading them and writing them', async () => {
    const { deps, journal, files, clock } = await published();
    await askErasure(deps, MANAGER, 'erasure-1', { ...BODY, names: [...BODY.names] });
    await decideOnErasure(deps, { ...asked, actor: ADMIN, act: 'confirm' });
    await queueMany(journal, 60, 70);
    let held: (() => Promise<void>) | undefined = async () => {
      held = undefined;
      await sequence(deps);
    };
    const put: typeof files.put = async (path, bytes, about) => {
      if (path.includes('/disclosures/')) await held?.();
      return files.put(path, bytes, about);
    };
    // A run that began before the decision reached it: it publishes and erases nothing.
    const late = { ...deps, files: { ...files, put } };
    const page: typeof journal.page = async (one) =>
      one.pk === 'ledger#erase' ? { rows: [], next: undefined } : journal.page(one);
    await sequence({ ...late, journal: { ...journal, page } });
    expect(everythingPublic(journal, files).toLowerCase()).not.toContain('kanarienvogel');
    clock.at = addSeconds(clock.at, 600);
    await sequence(deps);
    expect(everythingPublic(journal, files).toLowerCase()).not.toContain('kanarienvogel');
    expect(await auditFiles(files)).toMatchObject({ ok: true, entries: 71, erased: 2 });
  });

  test('or stand, where one of the two lets it be', async () => {
    const { deps, journal } = await published();
    await askErasure(deps, MANAGER, 'erasure-1', { ...BODY, names: [...BODY.names] });
    expect(await decideOnErasure(deps, { ...asked, actor: MANAGER, act: 'decline' })).toMatchObject({ ok: true });
    const late = await decideOnErasure(deps, { ...asked, key: 'intent-two', actor: ADMIN, act: 'confirm' });
    expect(late).toMatchObject({ refusal: 'illegal-step' });
    await sequence(deps);
    expect(JSON.stringify(journal.rows())).toContain('Kanarienvogel');
  });
});
