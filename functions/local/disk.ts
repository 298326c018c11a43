import { statfs } from 'node:fs/promises';
import type { Files } from '../kernel/files.ts';
import { Unavailable } from '../kernel/unavailable.ts';
import { CannotStart } from './cannot-start.ts';

/**
 * Below so many free bytes nothing is taken any more. A commit needs some kilobytes; the rest is room for what was begun: the
 * database's journal, mails, notices, the ledger's tiles, and other programs that write meanwhile.
 */
export const FLOOR_BYTES = 64 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** Bytes that this user may still write below the folder. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** The room of a folder's disk, asked anew each time: another program may fill it. */
export interface Room {
  readonly hasRoom: () => Promise<boolean>;
  /** @throws Unavailable below the floor */
  readonly mustHaveRoom: () => Promise<void>;
}

export const roomIn = (folder: string, free: (folder: string) => Promise<number> = freeBytes): Room => {
  const hasRoom = async (): Promise<boolean> => (await free(folder)) >= FLOOR_BYTES;
  return {
    hasRoom,
    mustHaveRoom: async () => {
      if (await hasRoom()) return;
      throw new Unavailable('storage-full', `Less than ${FLOOR_BYTES / MEGABYTE} MB are free in ${folder}`);
    },
  };
};

/** @throws CannotStart if the portal would only say no to everyone */
export const mustHaveRoomToStart = async (folder: string): Promise<void> => {
  const free = await freeBytes(folder);
  if (free >= FLOOR_BYTES) return;
  throw new CannotStart(
    `Only ${Math.floor(free / MEGABYTE)} MB are free where ${folder} lies, and the portal needs ${FLOOR_BYTES / MEGABYTE}: make room there, or set DATA_DIR to a folder on another disk; what is stored is kept.`,
  );
};

/** Files that are taken only while there is room for them. */
export const filesWithRoom = (files: Files, room: Room): Files => ({
  ...files,
  put: async (path, bytes, about) => {
    await room.mustHaveRoom();
    await files.put(path, bytes, about);
  },
});
