import { expect, test } from 'vitest';
import { openDoors } from './doors.ts';

test('who leaves answers what was begun with what that needs, takes nothing new, and only then closes', async () => {
  const doors = await openDoors({ port: 0, toAll: false });
  let finish = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    doors.answerWith(({ url }) =>
      url.endsWith('/keys')
        ? new Response('keys')
        : new Promise((answer) => {
            finish = () => answer(new Response('done'));
            resolve();
          }),
    );
  });
  const address = `http://127.0.0.1:${doors.port}/`;
  const first = fetch(address);
  await begun;
  let isQuiet = false;
  const isKeys = ({ url }: Request) => url.endsWith('/keys');
  const quiet = doors.drain(isKeys).then(() => void (isQuiet = true));
  const late = await fetch(address);
  expect([late.status, await late.text()]).toEqual([503, 'The portal is ending.\n']);
  expect(await (await fetch(`${address}keys`)).text()).toBe('keys');
  expect(isQuiet).toBe(false);
  finish();
  await quiet;
  expect(await (await first).text()).toBe('done');
  await doors.close();
});
