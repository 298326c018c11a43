import { Hono } from 'hono';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import {
  authorityQuery,
  clarificationParam,
  settleBody,
  statementBody,
  statementParam,
  type Clarification,
  type Clarifications,
  type StatementLine,
  type StatementLines,
} from '../../shared/payments/wire.ts';
import { answered, freshlySignedIn, signedIn, withKey, type Intent, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { byPerson, limited, STATEMENT_LIMIT } from '../kernel/limit.ts';
import { valid } from '../kernel/valid.ts';
import type { PaymentRouteDeps } from './deps.ts';
import { authorityFor, listed } from './order-routes.ts';
import { receiveStatement } from './receive-statement.ts';
import { clarificationsPk, statementAsk, statementsPk } from './rows.ts';
import { settleClarification } from './settle-clarification.ts';
import { readableStatement, statementLine } from './statement-view.ts';

const reading = ({ journal }: PaymentRouteDeps) =>
  new Hono<SignedIn>()
    .get(
      '/statements',
      described('payments', 'The bank statements of an authority, newest first, with how far each is worked off'),
      signedIn,
      valid('query', authorityQuery),
      async (c) => {
        const { authority: asked, cursor } = c.req.valid('query');
        const authority = authorityFor(c.var.actor, asked);
        if (authority === undefined) return answered(c, 'payments', refuse('not-found'));
        const page = await listed<StatementLine>(journal, { pk: statementsPk(authority), cursor, newestFirst: true });
        return answered(c, 'payments', ok<StatementLines>(page));
      },
    )
    .get(
      '/statements/:statement',
      described('payments', 'One bank statement with its progress'),
      signedIn,
      valid('param', statementParam),
      async (c) => {
        const { statement } = c.req.valid('param');
        const [rows = []] = await journal.read([statementAsk(statement)]);
        const found = readableStatement(c.var.actor, statement, rows);
        const result: Result<StatementLine> =
          found === undefined ? refuse('not-found') : ok(statementLine(statement, found.head));
        return answered(c, 'payments', result);
      },
    )
    .get(
      '/clarifications',
      described('payments', 'Movements of the account that nobody could assign, oldest first'),
      signedIn,
      valid('query', authorityQuery),
      async (c) => {
        const { authority: asked, cursor } = c.req.valid('query');
        const authority = authorityFor(c.var.actor, asked);
        if (authority === undefined) return answered(c, 'payments', refuse('not-found'));
        const page = await listed<Clarification>(journal, { pk: clarificationsPk(authority), cursor }, 'item');
        return answered(c, 'payments', ok<Clarifications>(page));
      },
    );

const may = signedIn as unknown as typeof withKey;

const acting = (deps: PaymentRouteDeps) =>
  new Hono<Intent>()
    .post(
      '/statements',
      described(
        'payments',
        'Hand a bank statement over (camt.053.001.08) after a fresh sign-in; the same one twice changes nothing',
      ),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      limited(deps, STATEMENT_LIMIT, byPerson),
      valid('json', statementBody),
      async (c) => answered(c, 'payments', await receiveStatement(deps, { ...c.var, body: c.req.valid('json') })),
    )
    .post(
      '/clarifications/:clarification/settle',
      described(
        'payments',
        'Say what a movement was, and to which payment it belongs if to one, after a fresh sign-in',
      ),
      may,
      freshlySignedIn(deps) as unknown as typeof withKey,
      withKey,
      valid('param', clarificationParam),
      valid('json', settleBody),
      async (c) =>
        answered(
          c,
          'payments',
          await settleClarification(deps, { ...c.var, ...c.req.valid('param'), body: c.req.valid('json') }),
        ),
    );

export const statementRoutes = (deps: PaymentRouteDeps) =>
  new Hono<SignedIn>().route('/', reading(deps)).route('/', acting(deps));
