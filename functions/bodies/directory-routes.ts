import { Hono } from 'hono';
import { bodyById } from '../../shared/bodies/directory.ts';
import { isOffice, readsAll } from '../../shared/bodies/rules/permit.ts';
import type { DirectoryView } from '../../shared/bodies/views.ts';
import { bodyParam, directoryQuery } from '../../shared/bodies/wire.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import type { BodyId } from '../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../shared/kernel/result.ts';
import { answered, signedIn, type SignedIn } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import { findListed, type Listing } from '../kernel/directory.ts';
import { valid } from '../kernel/valid.ts';
import type { BodyDeps } from './deps.ts';

interface Looked {
  readonly body: BodyId;
  readonly of: Listing;
  readonly name: string;
}

/** Names of persons are for the office that appoints, not for those who read its board. */
const lookUp = async (deps: BodyDeps, actor: Actor, { body, of, name }: Looked): Promise<Result<DirectoryView>> => {
  const known = bodyById(body);
  if (known === undefined || !readsAll(actor, body, known.authority)) return refuse('not-found');
  return isOffice(actor, body) ? ok(await findListed(deps.journal, of, name)) : refuse('not-permitted');
};

export const directoryRoutes = (deps: BodyDeps) =>
  new Hono<SignedIn>().get(
    '/:body/directory',
    described('bodies', 'Persons or organisations by name, for the office that fills a seat'),
    signedIn,
    valid('param', bodyParam),
    valid('query', directoryQuery),
    async (c) => {
      const looked = { ...c.req.valid('param'), ...c.req.valid('query') };
      return answered(c, 'bodies', await lookUp(deps, c.var.actor, looked));
    },
  );
