import { query, revalidate } from '@solidjs/router';
import type * as z from 'zod/mini';
import type {
  answerObjectionBody,
  appointBody,
  cancelBody,
  confirmBody,
  correctBody,
  documentBody,
  endSeatBody,
  memberBody,
  moveBody,
  objectBody,
  planBody,
  seatBody,
  settingsBody,
} from '../../shared/bodies/wire.ts';
import type {
  BodyLine,
  BodyView,
  DirectoryView,
  MemberView,
  OfficeView,
  SittingLines,
  SittingStep,
  SittingView,
} from '../../shared/bodies/views.ts';
import { takeStep } from '../acting.ts';
import { load, send, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

const at = (...parts: string[]): string => ['/api/bodies', ...parts.map(encodeURIComponent)].join('/');

const paged = (path: string, cursor: string | undefined): string =>
  cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;

/** All bodies, for everybody. */
export const bodies = query(async () => (await load<{ items: readonly BodyLine[] }>(at())).items, 'bodies');

export const bodyView = query((body: string) => load<BodyView>(at(body)), 'body');

export const officeView = query((body: string) => load<OfficeView>(at(body, 'office')), 'office');

/** Asked at each press of the button, and never kept: it is about persons. */
export const findByName = (
  body: string,
  of: 'people' | 'organisations',
  name: string,
): Promise<Answer<DirectoryView>> =>
  send<DirectoryView>(`${at(body, 'directory')}?${new URLSearchParams({ of, name })}`);

export const sittings = query(
  (body: string, cursor?: string) => load<SittingLines>(paged(at(body, 'sittings'), cursor)),
  'sittings',
);

export const sittingView = query(
  (body: string, sitting: string) => load<SittingView>(at(body, 'sittings', sitting)),
  'sitting',
);

/** The coming sittings of all my bodies. */
export const calendar = query((cursor?: string) => load<SittingLines>(paged(at('calendar'), cursor)), 'calendar');

export const mine = query(() => load<MemberView>(at('mine')), 'member');

/** A calendar file of one sitting, to be taken by the calendar of the device. */
export const calendarFile = (body: string, sitting: string): string => at(body, 'sittings', sitting, 'calendar');

const old = async <T>(answer: Answer<T>, ...keys: string[]): Promise<Answer<T>> => {
  if (answer.ok) await revalidate(keys);
  return answer;
};

export const saveMine = async (version: number, body: z.input<typeof memberBody>): Promise<Answer<unknown>> =>
  old(await send(at('mine'), { method: 'PUT', version, body }), mine.key, bodyView.key);

export const confirmContact = async (code: string, intent: Intent): Promise<Answer<unknown>> =>
  old(await takeStep(`${at('mine')}/confirm-contact`, { code }, intent), mine.key);

/** The id was made by the page, so that a second press plans nothing twice. */
export const planSitting = async (
  body: string,
  sitting: string,
  plan: z.input<typeof planBody>,
): Promise<Answer<SittingStep>> =>
  old(
    await send<SittingStep>(at(body, 'sittings', sitting), { method: 'PUT', body: plan }),
    sittings.key,
    bodyView.keyFor(body),
  );

const onSitting =
  <B extends object>(act: string) =>
  async (body: string, sitting: string, typed: B, intent: Intent): Promise<Answer<unknown>> =>
    old(
      await takeStep(`${at(body, 'sittings', sitting)}/${act}`, typed, intent),
      sittingView.keyFor(body, sitting),
      sittings.key,
      calendar.key,
      bodyView.keyFor(body),
    );

export const move = onSitting<z.input<typeof moveBody>>('move');
export const cancel = onSitting<z.input<typeof cancelBody>>('cancel');
export const invite = onSitting<Record<string, never>>('invite');
export const addDocument = onSitting<z.input<typeof documentBody>>('documents');
export const confirmAttendance = onSitting<z.input<typeof confirmBody>>('confirm');
export const correctAttendance = onSitting<z.input<typeof correctBody>>('correct');
export const object = onSitting<z.input<typeof objectBody>>('object');
export const answerObjection = onSitting<z.input<typeof answerObjectionBody>>('answer-objection');

export const removeDocument = (
  body: string,
  sitting: string,
  document: string,
  intent: Intent,
): Promise<Answer<unknown>> => onSitting(`documents/${document}/remove`)(body, sitting, {}, intent);

/** A link to the document that is valid for some minutes. */
export const openDocument = (
  body: string,
  sitting: string,
  document: string,
  intent: Intent,
): Promise<Answer<{ link: string }>> =>
  takeStep(`${at(body, 'sittings', sitting, 'documents', document)}/open`, {}, intent);

export const addSeat = async (body: string, seat: string, typed: z.input<typeof seatBody>): Promise<Answer<unknown>> =>
  old(
    await send(at(body, 'seats', seat), { method: 'PUT', body: typed }),
    officeView.keyFor(body),
    bodyView.keyFor(body),
  );

/** In the version that was seen; it costs money, so nothing is written over unseen. */
export const saveSettings = async (
  body: string,
  version: number,
  typed: z.input<typeof settingsBody>,
): Promise<Answer<unknown>> =>
  old(await send(at(body, 'settings'), { method: 'PUT', version, body: typed }), officeView.keyFor(body));

const onSeat =
  <B extends object>(act: string) =>
  async (body: string, seat: string, typed: B, intent: Intent): Promise<Answer<unknown>> =>
    old(
      await takeStep(`${at(body, 'seats', seat)}/${act}`, typed, intent),
      officeView.keyFor(body),
      bodyView.keyFor(body),
    );

export const appoint = onSeat<z.input<typeof appointBody>>('appoint');
export const endTerm = onSeat<z.input<typeof endSeatBody>>('end');
