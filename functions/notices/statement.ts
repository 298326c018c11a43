import type { Actor } from '../../shared/kernel/actor.ts';
import { authorityOn } from '../../shared/authorities/directory.ts';
import { bodyById } from '../../shared/bodies/directory.ts';
import type { StatementView } from '../../shared/compensation/wire.ts';
import { dayOf, yearOf, type Day } from '../../shared/kernel/day.ts';
import type { AuthorityId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Made } from '../../shared/notices/wire.ts';
import { memberKey, memberOf } from '../bodies/views.ts';
import { statementAsk, statementIn } from '../compensation/views.ts';
import { renderAndKeep, type RenderingDeps } from './keep.ts';

const statementPath = (sha256: string): string => `yearly-statements/${sha256}.pdf`;

/** By the bodies of what was paid, so that a second authority is named too. */
const payersOf = ({ lines }: StatementView, otherwise: readonly AuthorityId[], on: Day): string[] => {
  const paid = lines.flatMap(({ body }) => bodyById(body)?.authority ?? []);
  const ids = new Set(paid.length === 0 ? otherwise : paid);
  return [...ids].map((id) => authorityOn(id, on)?.name ?? id);
};

/** One's own yearly statement as a document, as it stands today. */
export const makeStatement = async (deps: RenderingDeps, actor: Actor, year: number): Promise<Result<Made>> => {
  const day = dayOf(deps.clock.now());
  if (year > yearOf(day)) return refuse('year-to-come');
  const [rows = [], [row] = []] = await deps.journal.read([statementAsk(actor.person, year), memberKey(actor.person)]);
  const member = memberOf(row);
  const address = member?.address;
  const found = statementIn(rows, actor.name, year);
  const payers = payersOf(found, member?.authorities ?? [], day);
  const facts = { ...found, day, payers, ...(address !== undefined && { address }) };
  const shelf = { path: statementPath, name: `Jahresaufstellung-${year}.pdf` };
  const kept = await renderAndKeep(deps, { kind: 'statement', facts }, shelf);
  return kept.ok ? ok({ link: kept.value.link }) : kept;
};
