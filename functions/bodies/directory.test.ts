import { beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/day.ts';
import { BOARD } from '../../test/support/board.ts';
import { testCity, type TestCity } from '../../test/support/city.ts';
import { listed } from '../kernel/directory.ts';

let city: TestCity;
beforeEach(async () => {
  city = await testCity('2026-11-23T09:00:00.000Z' as Instant);
});

const ask = (who: string, of: string, name: string) =>
  city.get(who, `/api/bodies/${BOARD}/directory?${new URLSearchParams({ of, name }).toString()}`);

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly isCut: boolean;
}

const found = async (of: string, name: string): Promise<Found> =>
  (await (await ask('body-office', of, name)).json()) as Found;

const idsOf = ({ items }: Found): string[] => items.map(({ id }) => id);

const enter = (of: 'people' | 'organisations', lines: readonly { id: string; name: string }[]) =>
  city.deps.journal.commit({
    at: city.deps.clock.now(),
    by: 'system',
    writes: lines.flatMap((line) => listed(of, line)),
  });

test('a person is found by the beginning of any of their names, in any case and without accents', async () => {
  await enter('people', [{ id: 'p-thi', name: 'Nguyễn Thị Groß-Şahin' }]);
  for (const typed of ['nguyen', 'NGUYỄN', 'gross', 'sah', 'thi nguy'])
    expect(idsOf(await found('people', typed)), typed).toContain('p-thi');
});

test('each word that is typed counts', async () => {
  await enter('people', [
    { id: 'p-1', name: 'Quirin Albers' },
    { id: 'p-2', name: 'Quirin Becker' },
  ]);
  expect(idsOf(await found('people', 'quirin'))).toEqual(['p-1', 'p-2']);
  expect(idsOf(await found('people', 'quirin be'))).toEqual(['p-2']);
});

test('organisations are found among organisations, never among persons', async () => {
  expect(idsOf(await found('organisations', 'brückenh'))).toEqual(['org-brueckenhaus']);
  expect(idsOf(await found('people', 'brückenh'))).toEqual([]);
});

test('an answer that is not whole says so', async () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ id: `p-${at}`, name: `Xaver ${at}` }));
  await enter('people', many.slice(0, 30));
  await enter('people', many.slice(30));
  const { items, isCut } = await found('people', 'xaver');
  expect([items.length, isCut]).toEqual([50, true]);
});

test('whoever is found can be appointed with what was found', async () => {
  const [person] = (await found('people', 'fatima')).items;
  const seat = `/api/bodies/${BOARD}/seats/sitz-1`;
  expect((await city.put('body-office', seat, { label: 'Sitz 1' })).status).toBe(200);
  const body = { as: 'member', person: person!.id, from: '2026-01-01', isPublicServant: false };
  expect((await city.post('body-office', `${seat}/appoint`, body)).status).toBe(200);
});

test('a letter alone, signs or another question find nobody', async () => {
  expect((await ask('body-office', 'people', 'a')).status).toBe(400);
  expect((await ask('body-office', 'roles', 'fatima')).status).toBe(400);
  expect(idsOf(await found('people', '--'))).toEqual([]);
});

test('the office of another board reads no names here', async () => {
  expect((await city.get('body-office', '/api/bodies/body-bezirk-01/directory?of=people&name=fatima')).status).toBe(
    404,
  );
});
