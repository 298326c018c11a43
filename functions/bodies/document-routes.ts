import { Hono } from 'hono';
import { documentBody, documentParam, sittingParam } from '../../shared/bodies/wire.ts';
import { emptyBody } from '../../shared/kernel/text.ts';
import { answered, signedIn, withKey, type Intent } from '../kernel/asking.ts';
import { described } from '../kernel/described.ts';
import type { Env } from '../kernel/env.ts';
import { byPerson, limited, RECEIPT_LIMIT } from '../kernel/limit.ts';
import { valid } from '../kernel/valid.ts';
import { addDocument, openDocument, removeDocument, type DocumentDeps } from './commands/documents.ts';

const may = signedIn as unknown as typeof withKey;

const keeping = (deps: DocumentDeps) =>
  new Hono<Intent>()
    .post(
      '/:body/sittings/:sitting/documents',
      described('bodies', 'Add a PDF to the sitting, public or for members'),
      may,
      withKey,
      limited(deps, RECEIPT_LIMIT, byPerson),
      valid('param', sittingParam),
      valid('json', documentBody),
      async (c) =>
        answered(c, 'bodies', await addDocument(deps, { ...c.var, ...c.req.valid('param') }, c.req.valid('json'))),
    )
    .post(
      '/:body/sittings/:sitting/documents/:document/remove',
      described('bodies', 'Take a document off the sitting'),
      may,
      withKey,
      valid('param', documentParam),
      valid('json', emptyBody),
      async (c) => {
        const { document, ...here } = c.req.valid('param');
        return answered(c, 'bodies', await removeDocument(deps, { ...c.var, ...here }, document));
      },
    );

const opening = (deps: DocumentDeps) =>
  new Hono<Env>().post(
    '/:body/sittings/:sitting/documents/:document/open',
    described('bodies', 'A link to the document; internal ones for those who may read the sitting', {
      access: 'public',
    }),
    valid('param', documentParam),
    valid('json', emptyBody),
    async (c) => answered(c, 'bodies', await openDocument(deps, c.var.actor, c.req.valid('param'))),
  );

/** Agenda, minutes and papers of a sitting. */
export const documentRoutes = (deps: DocumentDeps) =>
  new Hono<Env>().route('/', opening(deps)).route('/', keeping(deps));
