import type { NoticeId, OrganisationId } from '../../shared/kernel/id.ts';
import { readNotice, type Notice, type NoticeFact } from '../../shared/notices/facts.ts';
import type { NoticeLine } from '../../shared/notices/wire.ts';
import { streamOf, type Ask, type Row, type Task, type Write } from '../kernel/journal.ts';

export const noticePk = (id: NoticeId): string => `notice#${id}`;

export const noticeAsk = (id: NoticeId): Ask => ({ pk: noticePk(id), prefix: '' });

export const noticesPk = (organisation: OrganisationId): string => `notices#${organisation}`;

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

/** The rows that show a notice: beside its facts, and in its organisation's list, newest first. */
export const noticeWrites = (line: NoticeLine): Write[] => [
  { put: { pk: noticePk(line.id), sk: 'line', line } },
  { put: { pk: noticesPk(line.organisation), sk: `${line.day}#${line.id}`, line } },
];

/** Publication follows the first dispatch of a grant. */
export const publishTask = (line: NoticeLine): Task => ({
  id: `${line.id}-publish`,
  kind: 'funding.publish',
  application: line.application,
});
