import type { Actor } from '../../shared/kernel/actor.ts';
import { dayOf, yearOf } from '../../shared/kernel/day.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { Made } from '../../shared/notices/wire.ts';
import { memberKey, memberOf } from '../bodies/views.ts';
import { statementAsk, statementIn } from '../compensation/views.ts';
import { renderAndKeep, type RenderingDeps } from './keep.ts';

const statementPath = (sha256: string): string => `yearly-statements/${sha256}.pdf`;

/** One's own yearly statement as a document, as it stands today. */
export const makeStatement = async (deps: RenderingDeps, actor: Actor, year: number): Promise<Result<Made>> => {
  const day = dayOf(deps.clock.now());
  if (year > yearOf(day)) return refuse('year-to-come');
  const [rows = [], [row] = []] = await deps.journal.read([statementAsk(actor.person, year), memberKey(actor.person)]);
  const address = memberOf(row)?.address;
  const facts = { ...statementIn(rows, actor.name, year), day, ...(address !== undefined && { address }) };
  const shelf = { path: statementPath, name: `Jahresaufstellung-${year}.pdf` };
  const kept = await renderAndKeep(deps, { kind: 'statement', facts }, shelf);
  return kept.ok ? ok({ link: kept.value.link }) : kept;
};
