import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Actor } from '../../shared/kernel/actor.ts';
import { asId } from '../../shared/kernel/id.ts';
import { signedIn, type SignedIn } from './asking.ts';
import { httpApp } from './http.ts';

const MEHMET: Actor = { person: asId('mehmet'), name: 'Mehmet', email: 'mehmet@anteil.example', roles: [] };

/** A page as it asks for something while Mehmet is signed in; `typedBy` is the person for whom the page was made. */
const asked = (typedBy?: string) =>
  httpApp({ publicUrl: 'https://portal.example', log: () => undefined })
    .route(
      '/',
      new Hono<SignedIn>()
        .use(async (c, next) => {
          c.set('actor', MEHMET);
          await next();
        })
        .get('/api/mine', signedIn, (c) => c.body(null, 204)),
    )
    .request('/api/mine', { headers: typedBy === undefined ? {} : { 'anteil-person': typedBy } });

test('what one person typed is not saved as that of another who signed in meanwhile', async () => {
  const refused = await asked('fatima');
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ refusal: 'other-person' });
  expect((await asked('mehmet')).status).toBe(204);
  expect((await asked()).status).toBe(204);
});
