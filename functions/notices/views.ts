import type { NoticeId, OrganisationId, PersonId } from '../../shared/kernel/id.ts';
import type { Delivery } from '../../shared/notices/delivery.ts';
import { readNotice, type Notice, type NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { UnprintableText } from './pdf/problems.ts';
import { streamOf, type Ask, type Row, type Task, type Write } from '../kernel/journal.ts';

/** The characters that no font of a document has (`U+53CB`), if it is this that went wrong. */
export const unprintableIn = (error: unknown): readonly string[] | undefined =>
  error instanceof UnprintableText ? error.characters : undefined;

export const noticePk = (id: NoticeId): string => `notice#${id}`;

export const noticeAsk = (id: NoticeId): Ask => ({ pk: noticePk(id), prefix: '' });

export const noticesPk = (organisation: OrganisationId): string => `notices#${organisation}`;

/** The notices to a person; no organisation's id holds a colon. */
export const personalNoticesPk = (person: PersonId): string => `notices#person:${person}`;

const listOf = ({ id, organisation, person }: NoticeLine): string => {
  if (organisation !== undefined) return noticesPk(organisation);
  if (person === undefined) throw new Error(`The notice ${id} has no recipient`);
  return personalNoticesPk(person);
};

/** Where the frozen bytes of a notice lie; previews lie under the same name, since the name is the hash. */
export const noticePath = (sha256: string): string => `notices/${sha256}.pdf`;

export interface StoredNotice {
  readonly notice: Notice;
  readonly line: NoticeLine;
}

export const noticeOf = (rows: readonly Row[]): StoredNotice | undefined => {
  const line = rows.find((row) => row.sk === 'line')?.['line'] as NoticeLine | undefined;
  return line === undefined ? undefined : { notice: readNotice(streamOf<NoticeFact>(rows)), line };
};

/** The rows that show a notice: beside its facts, and in its recipient's list, newest first. */
export const noticeWrites = (line: NoticeLine): Write[] => [
  { put: { pk: noticePk(line.id), sk: 'line', line } },
  { put: { pk: listOf(line), sk: `${line.day}#${line.id}`, line } },
];

/** Tells the case when its notice takes effect and until when a remedy is in time; a grant is published on that day (decision 0013). */
export const deliveryTasks = ({ id, application }: NoticeLine, { deliveredOn, remedyUntil }: Delivery): Task[] =>
  application === undefined || deliveredOn === undefined
    ? []
    : [{ id: `${id}-delivery`, kind: 'funding.delivery', application, notice: id, deliveredOn, remedyUntil }];

/** The mail that the notice waits in the portal; provided again, it is announced again. */
export const mailTask = ({ id, application, claim }: NoticeLine, round = ''): Task => ({
  id: `${id}-mail${round}`,
  kind: 'notices.mail',
  ...(application !== undefined && { application }),
  ...(claim !== undefined && { claim }),
  notice: id,
});
