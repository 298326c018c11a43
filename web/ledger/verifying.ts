import { createSignal, onCleanup } from 'solid-js';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import type { VerifyAsk, VerifyTold } from './verify-messages.ts';

const EARLIER = 'anteil-ledger-note';

/** The signed note of this device's last check, with which the next one proves that the past was not changed. */
const kept = (): string | undefined => localStorage.getItem(EARLIER) ?? undefined;

/** Runs a check beside the page, so that it stays usable; the worker ends with the page. */
export const verifying = () => {
  const [told, setTold] = createSignal<VerifyTold>();
  let worker: Worker | undefined;
  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };
  onCleanup(stop);
  const ask = (asked: VerifyAsk) => {
    stop();
    setTold({ is: 'progress', checked: 0, size: 0 });
    worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => setTold({ is: 'unreachable' }));
    worker.addEventListener('message', (event: MessageEvent<VerifyTold>) => {
      setTold(event.data);
      if (event.data.is === 'log-holds') localStorage.setItem(EARLIER, event.data.note);
    });
    worker.postMessage(asked);
  };
  return {
    told,
    checkLog: () => ask({ what: 'log', earlier: kept() }),
    checkEntry: (shown: PublicEntry) => ask({ what: 'entry', shown: { ...shown } }),
  };
};
