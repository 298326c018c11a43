import { createSignal } from 'solid-js';
import type { UploadId } from '../../shared/kernel/id.ts';
import { t } from '../i18n.ts';
import type { Problem } from '../problem.ts';
import { announce } from '../ui/announce.ts';
import { kindOf, upload } from '../uploads.ts';
import { shrunk } from './shrunk.ts';

/** A page that is there: handed over just now, or part of the expense already. */
export type ReceiptPage = { readonly name: string } & ({ readonly upload: UploadId } | { readonly sha256: string });

/** A page under way, or one that did not get through. */
export interface WaitingPage {
  readonly key: string;
  readonly name: string;
  readonly file: File;
  readonly share: number;
  readonly problem?: Problem;
}

export const MOST_PAGES = 6;

const sent = async (file: File, onProgress: (share: number) => void) => {
  const picture = await shrunk(file);
  return picture === undefined && ['image/jpeg', 'image/png'].includes((await kindOf(file)) ?? '')
    ? ({ ok: false, problem: { kind: 'refused', detail: t('compensation.receipt.unreadable') } } as const)
    : upload(picture ?? file, onProgress);
};

/** The pages of one receipt while they are photographed and sent, one after the other over a slow line. */
export const receiptPages = (pages: () => readonly ReceiptPage[], change: (pages: readonly ReceiptPage[]) => void) => {
  const [waiting, setWaiting] = createSignal<readonly WaitingPage[]>([]);
  const alter = (key: string, part: Partial<WaitingPage> | undefined): void => {
    setWaiting(waiting().flatMap((one) => (one.key !== key ? one : part === undefined ? [] : { ...one, ...part })));
  };
  const send = async ({ key, name, file }: WaitingPage): Promise<void> => {
    const answer = await sent(file, (share) => alter(key, { share }));
    if (!answer.ok) {
      alter(key, { problem: answer.problem });
      return;
    }
    alter(key, undefined);
    change([...pages(), { name, upload: answer.value }]);
    announce(t('compensation.receipt.sent', { number: pages().length }));
  };
  const room = (): number => MOST_PAGES - pages().length - waiting().length;
  const add = async (files: readonly File[]): Promise<void> => {
    const begun = files
      .slice(0, Math.max(0, room()))
      .map((file) => ({ key: crypto.randomUUID(), name: file.name, file, share: 0 }));
    setWaiting([...waiting(), ...begun]);
    for (const page of begun) await send(page);
  };
  return {
    waiting,
    room,
    add,
    again: async (page: WaitingPage): Promise<void> => {
      const { problem: _, ...fresh } = page;
      setWaiting(waiting().map((one) => (one.key === page.key ? { ...fresh, share: 0 } : one)));
      await send(page);
    },
    giveUp: (page: WaitingPage): void => alter(page.key, undefined),
    remove: (index: number): void => {
      change(pages().filter((_, at) => at !== index));
      announce(t('compensation.receipt.removed', { number: index + 1 }));
    },
  };
};

export type ReceiptSending = ReturnType<typeof receiptPages>;
