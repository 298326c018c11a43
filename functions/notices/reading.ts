import { holds, type Actor } from '../../shared/kernel/actor.ts';
import type { Day } from '../../shared/kernel/day.ts';
import type { NoticeId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { deliveryOf, mayDispatch, mayRetrieve } from '../../shared/notices/delivery.ts';
import { carriesAnnex } from '../../shared/notices/facts.ts';
import type { DispatchAct, NoticeLine, NoticeView } from '../../shared/notices/wire.ts';
import type { Row } from '../kernel/journal.ts';
import { contactIn, recipientKey } from './contact.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeAsk, noticeOf, type StoredNotice } from './views.ts';

const OFFICIALS = ['caseOfficer', 'approver', 'auditor'] as const;
/** Who examines claims reads the notices on them as well. */
const OFFICIALS_OF_CLAIMS = [...OFFICIALS, 'certifier', 'orderer'] as const;

const isOfficial = (actor: Actor, { line }: StoredNotice): boolean =>
  (line.claim === undefined ? OFFICIALS : OFFICIALS_OF_CLAIMS).some((role) => holds(actor, role, line.authority));

export const isRecipient = (actor: Actor, { line: { organisation, person } }: StoredNotice): boolean =>
  organisation === undefined
    ? person === actor.person
    : holds(actor, 'editor', organisation) || holds(actor, 'signatory', organisation);

export const readable = (actor: Actor, rows: readonly Row[]): StoredNotice | undefined => {
  const found = noticeOf(rows);
  return found !== undefined && (isOfficial(actor, found) || isRecipient(actor, found)) ? found : undefined;
};

/**
 * Entitled to receive: the person addressed, or for an organisation who may sign for it. An editor reads it, but does not
 * deliver it by reading.
 */
export const mayReceive = (actor: Actor, { organisation, person }: NoticeLine): boolean =>
  organisation === undefined ? person === actor.person : holds(actor, 'signatory', organisation);

const actsOf = (actor: Actor, { notice, line }: StoredNotice, today: Day, consents: boolean): DispatchAct[] => {
  if (!holds(actor, 'caseOfficer', line.authority) || !mayDispatch(notice, today, consents)) return [];
  return consents ? ['post', 'provide'] : ['post'];
};

/** The notice, and what to ask for the recipient's record as it stands now; undefined for whoever may not read the notice. */
export const findNotice = async ({ journal }: NoticeDeps, actor: Actor, id: NoticeId) => {
  const [rows = []] = await journal.read([noticeAsk(id)]);
  const found = readable(actor, rows);
  return found && { found, recipient: recipientKey(found.line) };
};

/** Whether the recipient agrees to the portal, by the rows that its key was answered with. */
export const consentsIn = ({ line }: StoredNotice, [row]: readonly Row[] = []): boolean =>
  contactIn(line, row) !== undefined;

/** One notice as this person may see it. */
export const noticeForReader = async (
  deps: NoticeDeps,
  actor: Actor,
  id: NoticeId,
  today: Day,
): Promise<Result<NoticeView>> => {
  const asked = await findNotice(deps, actor, id);
  if (asked === undefined) return refuse('not-found');
  const { found, recipient } = asked;
  const [rows] = await deps.journal.read([recipient]);
  const consents = consentsIn(found, rows);
  const { issued } = found.notice;
  return ok({
    ...found.line,
    sha256: issued?.sha256 ?? '',
    delivery: deliveryOf(found.notice, today),
    carriesAnnex: carriesAnnex(found.line.kind),
    opensByRetrieval: mayReceive(actor, found.line) && mayRetrieve(found.notice, today, consents),
    acts: actsOf(actor, found, today, consents),
    ...(issued?.entry !== undefined && { entry: issued.entry }),
  });
};
