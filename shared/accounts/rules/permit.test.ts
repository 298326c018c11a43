import { describe, expect, test } from 'vitest';
import { ROLES, type Actor } from '../../kernel/actor.ts';
import { addSeconds, type Instant } from '../../kernel/day.ts';
import { record } from '../../kernel/decider.ts';
import { asId } from '../../kernel/id.ts';
import { accountAt, readAccount, stageOf, type AccountFact, type AccountStage } from '../facts.ts';
import { HOLD_SECONDS, permit, TRANSITIONS, type AccountParties } from './permit.ts';

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
  const acts = [...new Set(TRANSITIONS.map(({ act }) => act))];
  const cases = acts.flatMap((act) =>
    STAGES.flatMap((stage) => ROLES.flatMap((role) => [false, true].map((same) => ({ act, stage, role, same })))),
  );

  test(`${cases.length} edges: exactly those of the table are legal`, () => {
    for (const { act, stage, role, same } of cases) {
      const rows = TRANSITIONS.filter((one) => one.act === act && one.from.includes(stage));
      const isSecond = !same && (role === 'certifier' || role === 'orderer');
      const legal = rows.some((row) => (row.role === 'holder' ? same : isSecond));
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
