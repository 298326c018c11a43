import { formatDay, type Instant } from '../../shared/kernel/day.ts';
import { asId } from '../../shared/kernel/id.ts';
import { clockOf, dayOfWall } from '../../shared/kernel/wall-time.ts';
import { outboxKey, type Task } from '../kernel/journal.ts';
import type { Mail, Mailer } from '../kernel/mail.ts';
import { mustSettle } from '../kernel/outbox.ts';
import { isLanguage, textOf } from '../kernel/texts.ts';
import type { BodyDeps } from './deps.ts';
import { calendarOfSitting, sittingAddress } from './sitting-calendar.ts';
import { bodyAsk, bodyOf, memberKey, memberOf, sittingAsk, sittingOf } from './views.ts';
import type { Member, StoredBody, StoredSitting } from './views.ts';

const WHAT = ['invitation', 'moved', 'cancelled'] as const;
type What = (typeof WHAT)[number];

interface Told {
  readonly what: What;
  readonly stored: StoredSitting;
  readonly of: StoredBody;
  readonly member: Member;
}

const valuesOf = ({ stored, of }: Told, publicUrl: string) => {
  const { from, to } = stored.sitting.plan!;
  return {
    body: of.known.name,
    title: stored.words.title,
    day: formatDay(dayOfWall(from)),
    from: clockOf(from),
    // Past midnight the day is named with the hour.
    to: dayOfWall(from) === dayOfWall(to) ? clockOf(to) : `${formatDay(dayOfWall(to))}, ${clockOf(to)}`,
    place: stored.words.place || '–',
    reason: stored.texts.get(stored.sitting.cancelledSeq ?? 0) ?? '',
    address: sittingAddress(stored, publicUrl),
  };
};

const mailOf = async (told: Told, publicUrl: string, at: Instant): Promise<Omit<Mail, 'id'>> => {
  const { what, stored, of, member } = told;
  const language = isLanguage(member.language) ? member.language : 'de';
  const values = valuesOf(told, publicUrl);
  const [subject, text] = await Promise.all([
    textOf(language, 'bodies', `mail.${what}.subject`, values),
    textOf(language, 'bodies', `mail.${what}.text`, values),
  ]);
  const file = calendarOfSitting(stored, of, { publicUrl, at });
  return {
    to: member.email,
    language,
    subject: subject ?? '',
    text: text ?? '',
    attachments: [{ name: 'sitzung.ics', type: `text/calendar; method=${file.method}`, text: file.text }],
  };
};

/**
 * Reaction `bodies.mail`: tells one person of an invitation, a change or a cancellation, in their language and with the calendar
 * file as it is now. An invitation that comes after the cancellation is not sent any more. Told again of a task that is done,
 * or of someone whose record was erased, it sends nothing.
 */
export const mailOfSitting = async (
  deps: BodyDeps & { readonly mailer: Mailer; readonly publicUrl: string },
  task: Task,
): Promise<void> => {
  const [sitting, body] = [asId<'sitting'>(String(task['sitting'])), asId<'body'>(String(task['body']))];
  const key = memberKey(asId<'person'>(String(task['person'])));
  const asks = [sittingAsk(sitting), bodyAsk(body), key, outboxKey(task)];
  const [sittingRows = [], bodyRows = [], [row] = [], open = []] = await deps.journal.read(asks);
  if (open.length === 0) return;
  const what = WHAT.find((one) => one === task['what']);
  const [stored, of, member] = [sittingOf(sitting, sittingRows), bodyOf(body, bodyRows), memberOf(row)];
  if (what === undefined || stored === undefined || of === undefined) throw new Error(`No mail about ${sitting}`);
  const isOutdated = stored.sitting.stage === 'cancelled' && what !== 'cancelled';
  const at = deps.clock.now();
  if (member !== undefined && !isOutdated)
    await deps.mailer.send({ id: task.id, ...(await mailOf({ what, stored, of, member }, deps.publicUrl, at)) });
  mustSettle(await deps.journal.commit({ at, by: 'system', completes: outboxKey(task) }));
};
