import type { infer as Infer } from 'zod/mini';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import type { reasonBody } from '../../shared/payments/wire.ts';
import { seal } from '../kernel/seal.ts';
import type { PaymentDeps } from './deps.ts';
import { runPk } from './rows.ts';
import { putBack, takeRunStep, type RunAnswer, type RunAsked } from './run-step.ts';
import type { StoredRun } from './run-view.ts';

/** Whether the bank moved money for this run: then it took the file. */
const hasMoved = ({ head }: StoredRun): boolean => head.booked + head.returned > 0;

/**
 * Ablehnung vermerken: the bank did not take the file as a whole, or it was never handed over. Nothing changes by that: if it
 * were wrong, everything in the run would be paid twice, so that another person must say so too.
 */
export const noteRejection = (
  deps: PaymentDeps,
  asked: RunAsked<Infer<typeof reasonBody>>,
): Promise<Result<RunAnswer>> =>
  takeRunStep(deps, asked, 'noteRejection', {
    decide: (stored) => {
      if (hasMoved(stored)) return refuse('money-moved');
      const { reason } = asked.body;
      const { hash, salt } = seal({ reason });
      const sk = `text#${String(stored.run.seq + 1).padStart(6, '0')}`;
      return ok({
        facts: [{ type: 'run.rejectionNoted', textsHash: hash }],
        writes: [{ put: { pk: runPk(asked.run), sk, salt, texts: { reason } } }],
      });
    },
  });

/** Ablehnung bestätigen: the run has ended, and its payments are free for another one under new end-to-end ids. */
export const rejectRun = (deps: PaymentDeps, asked: RunAsked): Promise<Result<RunAnswer>> =>
  takeRunStep(deps, asked, 'reject', {
    decide: (stored) => {
      if (hasMoved(stored)) return refuse('money-moved');
      const { head, tasks } = putBack(stored);
      return ok({ facts: [{ type: 'run.rejected' }], ...(head && { head }), ...(tasks && { tasks }) });
    },
  });
