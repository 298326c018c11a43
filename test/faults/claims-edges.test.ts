import { expect, test } from 'vitest';
import { permit, TRANSITIONS } from '../../shared/bodies/rules/permit.ts';
import type { Sitting } from '../../shared/bodies/sitting.ts';
import { ROLES, type Role } from '../../shared/kernel/actor.ts';
import { asId } from '../../shared/kernel/id.ts';

const BODY = 'body-bezirk-03';
const STAGES = ['none', 'planned', 'attended', 'cancelled'] as const;
const ACTS = [...new Set(TRANSITIONS.map(({ act }) => act))];

/** What is legal, by hand once more: from where, and by whom. */
const LEGAL: Readonly<Record<(typeof ACTS)[number], readonly [Role, ...(typeof STAGES)[number][]]>> = {
  plan: ['bodyOffice', 'none'],
  move: ['bodyOffice', 'planned'],
  cancel: ['bodyOffice', 'planned'],
  invite: ['bodyOffice', 'planned'],
  addDocument: ['bodyOffice', 'planned', 'attended'],
  removeDocument: ['bodyOffice', 'planned', 'attended'],
  confirm: ['bodyOffice', 'planned'],
  correct: ['bodyOffice', 'attended'],
  // By the seat of that day, not by the role, which may have ended since: see the test below.
  object: ['member', 'attended'],
  answerObjection: ['bodyOffice', 'attended'],
};

const isPermitted = (act: (typeof ACTS)[number], stage: (typeof STAGES)[number], role: Role, scope: string) =>
  permit(act, { stage } as Sitting, asId(BODY), {
    person: asId('someone'),
    name: 'Someone',
    email: 'someone@board.example',
    roles: [{ role, scope }],
  }).ok;

test('every edge of a sitting × role: exactly the legal ones are done, and none for another body', () => {
  let [legal, illegal] = [0, 0];
  for (const act of ACTS)
    for (const stage of STAGES)
      for (const role of ROLES) {
        const [of, ...from] = LEGAL[act];
        const bySeat = act === 'object';
        const expected = (bySeat || role === of) && from.includes(stage);
        expect(isPermitted(act, stage, role, BODY), `${act} in ${stage} as ${role}`).toBe(expected);
        if (!bySeat)
          expect(isPermitted(act, stage, role, 'body-bezirk-04'), `${act} in ${stage} elsewhere`).toBe(false);
        legal += expected ? 1 : 0;
        illegal += (expected ? 0 : 1) + (bySeat ? 0 : 1);
      }
  console.log(`sitting edges: ${legal} legal done, ${illegal} illegal refused`);
  // Eleven steps of one role each, and objecting, where each of the roles is let through to the look at the seat.
  expect(legal).toBe(11 + ROLES.length);
});
