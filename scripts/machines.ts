import { TRANSITIONS as SITTING } from '../shared/bodies/rules/permit.ts';
import { TRANSITIONS as CLAIM } from '../shared/compensation/rules/permit.ts';
import { TRANSITIONS } from '../shared/funding/rules/permit.ts';
import { TRANSITIONS as ACCOUNT } from '../shared/accounts/rules/permit.ts';
import { TRANSITIONS as RUN } from '../shared/payments/rules/permit.ts';
import type { Machine } from './state-diagram.ts';

/** Every state machine that a README draws. */
export const MACHINES: readonly Machine[] = [
  { readme: 'shared/funding/README.md', first: 'draft', transitions: TRANSITIONS.filter(({ to }) => to !== 'same') },
  { readme: 'shared/accounts/README.md', first: 'none', transitions: ACCOUNT },
  {
    readme: 'shared/bodies/README.md',
    first: 'none',
    transitions: SITTING.filter(({ to }) => to !== 'same'),
  },
  { readme: 'shared/compensation/README.md', first: 'drafted', transitions: CLAIM },
  { readme: 'shared/payments/README.md', first: 'none', transitions: RUN },
];
