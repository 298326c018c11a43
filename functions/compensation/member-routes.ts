import { Hono } from 'hono';
import { emptyBody } from '../../shared/kernel/text.ts';
import {
  claimParam,
  expenseBody,
  expenseParam,
  newExpenseParam,
  pageParam,
  submitBody,
  textBody,
} from '../../shared/compensation/wire.ts';
import { answered, signedIn, withKey, type Intent } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { byPerson, limited, RECEIPT_LIMIT } from '../kernel/limit.ts';
import { valid } from '../kernel/valid.ts';
import { answerQuery, askForFee, submitClaim } from './commands/claim.ts';
import { enterExpense, openPage, takeOutExpense } from './commands/expenses.ts';
import type { ClaimDeps } from './deps.ts';

const may = signedIn as unknown as typeof withKey;

/** What members do with their own claims. */
export const memberRoutes = (deps: ClaimDeps) =>
  new Hono<Intent>()
    .put(
      '/claims/:claim/expenses/:item',
      described('compensation', 'Enter or change an expense under an id made by the client'),
      may,
      limited(deps, RECEIPT_LIMIT, byPerson),
      valid('param', newExpenseParam),
      valid('json', expenseBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await enterExpense(deps, { actor: c.var.actor, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/expenses/:item/remove',
      described('compensation', 'Take an expense out of the claim'),
      may,
      withKey,
      valid('param', expenseParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await takeOutExpense(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/expenses/:item/pages/:sha256/open',
      described('compensation', 'A link to one page of a receipt, for a minute'),
      may,
      withKey,
      valid('param', pageParam),
      valid('json', emptyBody),
      async (c) => answered(c, 'compensation', await openPage(deps, c.var.actor, c.req.valid('param'))),
    )
    .post(
      '/claims/:claim/ask-fee',
      described('compensation', 'Ask for a decision on a fee that the list of attendance does not give'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', emptyBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await askForFee(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/submit',
      described('compensation', 'Submit exactly the figures that were shown'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', submitBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await submitClaim(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    )
    .post(
      '/claims/:claim/answer',
      described('compensation', 'Answer the question of the office'),
      may,
      withKey,
      valid('param', claimParam),
      valid('json', textBody),
      async (c) =>
        answered(
          c,
          'compensation',
          await answerQuery(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );
