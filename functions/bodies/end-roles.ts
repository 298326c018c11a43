import { dayOf, type Day } from '../../shared/kernel/day.ts';
import type { RoleGrant } from '../../shared/kernel/actor.ts';
import type { BodyId, PersonId } from '../../shared/kernel/id.ts';
import type { Body } from '../../shared/bodies/body.ts';
import { BODIES } from '../../shared/bodies/directory.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { personKey } from '../kernel/person.ts';
import type { BodyDeps } from './deps.ts';
import { bodyAsk, bodyOf } from './views.ts';

/** Everyone who once sat there and has no seat from this day on. */
const gone = ({ seats }: Body, today: Day): PersonId[] => {
  const terms = [...seats.values()].flatMap(({ member, deputy }) => [...member, ...deputy]);
  const staying = new Set(terms.filter(({ until }) => until === undefined || until >= today).map((one) => one.person));
  return [...new Set(terms.map(({ person }) => person))].filter((person) => !staying.has(person));
};

const endRole = async ({ journal, clock }: BodyDeps, person: PersonId, body: BodyId): Promise<void> => {
  const key = personKey(person);
  const [[row] = []] = await journal.read([key]);
  const roles = (row?.['roles'] ?? []) as RoleGrant[];
  const left = roles.filter(({ role, scope }) => role !== 'member' || scope !== body);
  if (row === undefined || left.length === roles.length) return;
  const writes = [{ put: { ...row, ...key, roles: left }, if: { version: row.version ?? 0 } }];
  mustSettle(await journal.commit({ at: clock.now(), by: 'system', writes }));
};

/**
 * Daily work `bodies.endRoles`: with the last day of a seat ends the role `member`. What the person attended stays theirs to
 * read, to claim and to object to, by their seat on that day.
 */
export const endRoles = async (deps: BodyDeps): Promise<void> => {
  const today = dayOf(deps.clock.now());
  const found = await deps.journal.read(BODIES.map(({ id }) => bodyAsk(id)));
  for (const [index, { id }] of BODIES.entries()) {
    const stored = bodyOf(id, found[index] ?? []);
    for (const person of stored === undefined ? [] : gone(stored.body, today)) await endRole(deps, person, id);
  }
};
