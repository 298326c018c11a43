import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from './portal-process.ts';

/** A whole portal for one journey: its own process, its own folder, a free port. */
export interface JourneyPortal {
  readonly url: string;
  /** Where its data lie. */
  readonly folder: string;
  /** Ends the process and removes its folder. */
  close(): Promise<void>;
}

/** @throws Error with what the portal printed if it does not become ready. */
export const journeyPortal = async (): Promise<JourneyPortal> => {
  const folder = mkdtempSync(join(tmpdir(), 'anteil-journey-'));
  const portal = startPortal({ DATA_DIR: folder, PORT: '0' });
  const close = async (): Promise<void> => {
    await portal.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await portal.ready();
  } catch (cause) {
    await close();
    throw cause;
  }
  const url = /ready at (http:\S+)/.exec(portal.printed())?.[1];
  if (url === undefined) throw new Error(`No address in: ${portal.printed()}`);
  return { url, folder, close };
};
