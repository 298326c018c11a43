import { describe, expect, test } from 'vitest';
import { ROLES, type Actor } from '../../kernel/actor.ts';
import { addSeconds, type Instant } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { asId } from '../../kernel/id.ts';
import { accountAt, readAccount, stageOf, type AccountFact, type AccountStage } from '../facts.ts';
import { HOLD_SECONDS, permit, TRANSITIONS, type AccountAct, type AccountParties } from './permit.ts';

const START = '2026-11-22T09:00:00.000Z' as Instant;
const LATER = addSeconds(START, HOLD_SECONDS);
const HOLDER = asId<'person'>('holder');
const PARTIES: AccountParties = { owner: { kind: 'person', id: HOLDER }, authorities: [asId('be-ba-03')] };

const entered = (hash: string, heldUntil = LATER): AccountFact => ({ type: 'account.entered', hash, heldUntil });
const both = (hash: string): AccountFact[] => [
  { type: 'account.confirmedByHolder', hash },
  { type: 'account.confirmedByOfficer', hash },
];

const PATHS: Readonly<Record<AccountStage, readonly AccountFact[]>> = {
  none: [],
  pending: [entered('one')],
  inForce: [entered('one', START), ...both('one')],
  changing: [entered('one', START), ...both('one'), entered('two')],
};
const STAGES = Object.keys(PATHS) as AccountStage[];

const at = (stage: AccountStage) => readAccount(record(0, { by: HOLDER, at: START }, PATHS[stage]));
const someone = (person: string, role: Actor['roles'][number]['role'], scope = 'be-ba-03'): Actor => ({
  person: asId(person),
  name: person,
  email: `${person}@example.org`,
  roles: [{ role, scope }],
});

describe('every edge of bank details × role × same person (fault method 7)', () => {
  /** Written down by hand: the holder enters and takes back, a second person that pays looks; new details wait in two stages. */
  const LEGAL: Readonly<Record<AccountAct, readonly [who: 'holder' | 'second', ...stages: readonly AccountStage[]]>> = {
    enter: ['holder', 'none', 'pending', 'inForce', 'changing'],
    confirmByHolder: ['holder', 'pending', 'changing'],
    confirmByOfficer: ['second', 'pending', 'changing'],
    reject: ['second', 'pending', 'changing'],
    withdraw: ['holder', 'pending', 'changing'],
  };
  const acts = Object.keys(LEGAL) as AccountAct[];
  const cases = acts.flatMap((act) =>
    STAGES.flatMap((stage) => ROLES.flatMap((role) => [false, true].map((same) => ({ act, stage, role, same })))),
  );

  test('the rules name every act that the portal knows', () =>
    expect([...new Set(TRANSITIONS.map(({ act }) => act))].toSorted()).toEqual(acts.toSorted()));

  test(`${cases.length} edges: exactly those of the rules are legal`, () => {
    for (const { act, stage, role, same } of cases) {
      const [who, ...stages] = LEGAL[act];
      const isWho = who === 'holder' ? same : !same && (role === 'certifier' || role === 'orderer');
      const legal = isWho && stages.includes(stage);
      const actor = someone(same ? HOLDER : 'somebody-else', role);
      expect(permit(act, at(stage), PARTIES, actor, START).ok, `${act} in ${stage} by ${role}, same ${same}`).toBe(
        legal,
      );
    }
  });

  test('a role for another authority allows nothing', () => {
    const stranger = someone('stranger', 'orderer', 'be-ba-04');
    expect(permit('confirmByOfficer', at('pending'), PARTIES, stranger, START)).toMatchObject({
      refusal: 'not-permitted',
    });
  });
});

describe('what is in force', () => {
  test('follows the last of two confirmations and the hold', () => {
    const facts = [entered('one'), ...both('one')];
    const account = readAccount(record(0, { by: HOLDER, at: START }, facts));
    expect(stageOf(accountAt(account, addSeconds(LATER, -1)))).toBe('pending');
    expect(accountAt(account, LATER)).toEqual({ seq: 3, current: { hash: 'one', since: LATER } });
  });

  test('new details replace those that wait; those in force by then stay', () => {
    const first = record(0, { by: HOLDER, at: START }, [entered('one'), ...both('one')]);
    const soon = record(3, { by: HOLDER, at: addSeconds(LATER, -1) }, [entered('two')]);
    expect(readAccount([...first, ...soon]).current).toBeUndefined();
    const late = record(3, { by: HOLDER, at: LATER }, [entered('two')]);
    expect(readAccount([...first, ...late])).toMatchObject({ current: { hash: 'one' }, pending: { hash: 'two' } });
  });
});
