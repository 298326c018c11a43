import { query, revalidate } from '@solidjs/router';
import type { ErasureBody, ErasureList, HeldBody, HeldList, HeldManyBody } from '../../shared/ledger/office-wire.ts';
import { takeStep } from '../acting.ts';
import { load, send, type Answer } from '../api.ts';
import type { Intent } from '../intent.ts';

/** Rows of loaded files that wait to be looked at. */
export const heldRows = query((cursor?: string) => {
  const asked = new URLSearchParams(cursor === undefined ? {} : { cursor });
  return load<HeldList>(`/api/ledger/held?${asked}`);
}, 'held-rows');

const thenHeld = async <T>(answer: Promise<Answer<T>>): Promise<Answer<T>> => {
  const settled = await answer;
  if (settled.ok) await revalidate(heldRows.key);
  return settled;
};

export const publishRow = (entry: string, body: HeldBody, intent: Intent) =>
  thenHeld(takeStep(`/api/ledger/held/${encodeURIComponent(entry)}/publish`, body, intent));

export const publishRows = (body: HeldManyBody, intent: Intent) =>
  thenHeld(takeStep('/api/ledger/held/publish', body, intent));

/** Requests to erase words, the newest first. */
export const erasures = query(() => load<ErasureList>('/api/ledger/erasures'), 'erasures');

const thenErasures = async <T>(answer: Promise<Answer<T>>): Promise<Answer<T>> => {
  const settled = await answer;
  if (settled.ok) await revalidate(erasures.key);
  return settled;
};

/** The id is made here, so that pressing twice asks once. */
export const askErasure = (id: string, body: ErasureBody) =>
  thenErasures(send(`/api/ledger/erasures/${id}`, { method: 'PUT', body }));

export const decideErasure = (id: string, act: 'confirm' | 'decline', intent: Intent) =>
  thenErasures(takeStep(`/api/ledger/erasures/${encodeURIComponent(id)}/${act}`, {}, intent));
