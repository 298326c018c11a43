import type * as z from 'zod/mini';
import type { Actor, RoleGrant } from '../../../shared/kernel/actor.ts';
import type { Instant } from '../../../shared/kernel/day.ts';
import type { BodyId, PersonId, SeatId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { isOffice } from '../../../shared/bodies/rules/permit.ts';
import { appoint, endTerm } from '../../../shared/bodies/rules/seats.ts';
import type { appointBody, endSeatBody, seatBody } from '../../../shared/bodies/wire.ts';
import { organisationKey, organisationOf } from '../../organisations/views.ts';
import type { Row, Write } from '../../kernel/journal.ts';
import { personKey } from '../../kernel/person.ts';
import { takeBodyStep, type BodyStep } from '../body-step.ts';
import type { BodyDeps } from '../deps.ts';
import { bodyPk, memberKey, memberOf, NAMES, seatSk, type Member, type PersonLine, type StoredBody } from '../views.ts';

interface Here {
  readonly actor: Actor;
  readonly key: string;
  readonly body: BodyId;
  readonly seat: SeatId;
}

/** Names a seat by its label, as the office calls it; never by a category (domain rules 4). */
export const nameSeat = (
  deps: BodyDeps,
  { actor, body, seat }: Omit<Here, 'key'>,
  asked: z.infer<typeof seatBody>,
): Promise<Result<BodyStep>> =>
  takeBodyStep(deps, { actor, act: 'seat', body, asked: { seat, ...asked } }, ({ labels }) => {
    if (!isOffice(actor, body)) return refuse('not-permitted');
    if (!labels.has(seat) && labels.size >= MOST_SEATS) return refuse('too-many-seats');
    return ok({ writes: [{ put: { pk: bodyPk(body), sk: seatSk(seat), label: asked.label } }] });
  });

/** The list of a sitting with so many seats fits into one commit. */
const MOST_SEATS = 60;

const rolesWith = (row: Row, body: BodyId): RoleGrant[] => {
  const roles = row['roles'] as RoleGrant[];
  const has = roles.some(({ role, scope }) => role === 'member' && scope === body);
  return has ? roles : [...roles, { role: 'member', scope: body }];
};

const memberWith = (before: Member | undefined, person: Row, who: PersonId, of: StoredBody, at: Instant): Member => ({
  person: who,
  name: String(person['name']),
  email: String(person['email']),
  language: 'de',
  isNamed: false,
  emailSince: at,
  ...before,
  bodies: [...new Set([...(before?.bodies ?? []), of.known.id])],
  authorities: [...new Set([...(before?.authorities ?? []), of.known.authority])],
});

const namesRow = (body: BodyId, rows: readonly Row[], person: PersonId, line: PersonLine): Write => {
  const before = rows.find(({ sk }) => sk === NAMES);
  const names = { ...(before?.['names'] as Record<string, PersonLine> | undefined), [person]: line };
  return { put: { pk: bodyPk(body), sk: NAMES, names }, if: { version: before?.version ?? 0 } };
};

/** Appoints a person who can sign in: the seat, the member's record and the role come in one commit. */
export const appointToSeat = (
  deps: BodyDeps,
  { actor, key, body, seat }: Here,
  asked: z.infer<typeof appointBody>,
): Promise<Result<BodyStep>> => {
  const { person, organisation, until, ...rest } = asked;
  const also = [personKey(person), memberKey(person), ...(organisation ? [organisationKey(organisation)] : [])];
  const request = { actor, key, act: 'appoint', body, asked: { seat, ...asked }, also };
  return takeBodyStep(deps, request, (found, records, at, rows) => {
    const [[row] = [], [member] = [], [delegating] = []] = records;
    if (!isOffice(actor, body)) return refuse('not-permitted');
    if (person === actor.person) return refuse('own-seat');
    if (!found.labels.has(seat)) return refuse('seat-unknown');
    if (row === undefined) return refuse('person-unknown');
    const name = organisationOf(delegating)?.name;
    if (organisation !== undefined && name === undefined) return refuse('organisation-unknown');
    const decided = appoint(found.body, {
      seat,
      person,
      ...rest,
      ...(until !== undefined && { until }),
      ...(organisation !== undefined && { organisation }),
    });
    if (!decided.ok) return decided;
    const before = memberOf(member);
    const line = { name: String(row['name']), isNamed: before?.isNamed ?? false, ...(name && { organisation: name }) };
    return ok({
      facts: decided.value,
      writes: [
        namesRow(body, rows, person, line),
        {
          put: { ...memberKey(person), member: memberWith(before, row, person, found, at) },
          if: { version: member?.version ?? 0 },
        },
        { put: { ...row, roles: rolesWith(row, body) }, if: { version: row.version ?? 1 } },
      ],
    });
  });
};

/** Ends the running term of a seat; the right to read what was stays with the person's own days. */
export const endSeat = (
  deps: BodyDeps,
  { actor, key, body, seat }: Here,
  asked: z.infer<typeof endSeatBody>,
): Promise<Result<BodyStep>> =>
  takeBodyStep(deps, { actor, key, act: 'end', body, asked: { seat, ...asked } }, (found) => {
    if (!isOffice(actor, body)) return refuse('not-permitted');
    const decided = endTerm(found.body, seat, asked.as, asked.on);
    return decided.ok ? ok({ facts: decided.value }) : decided;
  });
