import { expect, test } from 'vitest';
import { dayOf, instant } from '../../../shared/kernel/day.ts';
import { asId } from '../../../shared/kernel/id.ts';
import { dayOfWall } from '../../../shared/kernel/wall-time.ts';
import { holderOn } from '../../../shared/bodies/body.ts';
import { bodyAsk, bodyOf, sittingRowOf, sittingsPk } from '../../bodies/views.ts';
import { memoryFiles } from '../../kernel/files.memory.ts';
import { memoryJournal } from '../../kernel/journal.memory.ts';
import { DISTRICT_BODY, PEOPLE } from './people.ts';
import { seedBoard } from './seed-board.ts';
import { seedCity } from './seed-city.ts';
import { seedPeople } from './seed.ts';

const NOW = instant('2026-11-22T09:00:00Z');
const BODY = asId<'body'>(DISTRICT_BODY);

test('the demo board has its seats, settings and sittings from the start; a second start changes nothing', async () => {
  const journal = memoryJournal();
  const deps = { journal, clock: { now: () => NOW } };
  await seedPeople(deps, PEOPLE);
  await seedCity({ ...deps, files: memoryFiles() });
  await seedBoard(deps);

  const [found = []] = await journal.read([bodyAsk(BODY)]);
  const { body, labels } = bodyOf(BODY, found)!;
  const today = dayOf(NOW);
  expect([...labels.keys()]).toHaveLength(9);
  const held = [...labels.keys()].filter((seat) => holderOn(body, seat, 'member', today) !== undefined);
  expect(held).toHaveLength(8);
  expect(holderOn(body, 'sitz-1', 'member', today)?.person).toBe('member');
  expect(holderOn(body, 'sitz-3', 'member', today)?.isPublicServant).toBe(true);
  expect(body.settings.expenses).toHaveLength(5);
  const { rows } = await journal.page({ pk: sittingsPk(BODY), limit: 50 });
  const sittings = rows.map(sittingRowOf);
  expect(sittings.every(({ stage }) => stage === 'planned')).toBe(true);
  expect(sittings.filter(({ from }) => dayOfWall(from) < today)).toHaveLength(3);
  expect(sittings.filter(({ from }) => dayOfWall(from) > today)).toHaveLength(2);

  const before = journal.rows();
  await seedBoard({ journal, clock: { now: () => instant('2026-12-01T09:00:00Z') } });
  expect(journal.rows()).toEqual(before);
});
