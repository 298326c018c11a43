import { expect, test } from 'vitest';
import { UnprintableText } from '../../functions/notices/pdf/problems.ts';
import { downloadOrderList } from '../../functions/payments/order-list.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { asId } from '../../shared/kernel/id.ts';
import { AUTHORITY, payCity, releasedRun } from '../support/payments.ts';

test('an order list with a name that no font has is refused as PDF and handed out as CSV, and never a fault', async () => {
  const city = await payCity(2);
  await releasedRun(city);
  const render = () => Promise.reject(new UnprintableText(['U+53CB']));
  const actor: Actor = {
    person: asId('certifier'),
    name: 'ANY_NAME',
    email: 'ANY_MAIL',
    roles: [{ role: 'certifier', scope: AUTHORITY }],
  };
  const list = (format: 'pdf' | 'csv') => downloadOrderList({ ...city.deps, render }, actor, asId('run-eins'), format);
  expect(await list('pdf')).toMatchObject({ ok: false, refusal: 'list-unprintable' });
  expect(await list('csv')).toMatchObject({ ok: true });
});
