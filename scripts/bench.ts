import { writeFileSync } from 'node:fs';
import { startDynamoDb } from '../functions/local/dynamodb.ts';
import { localClient } from '../functions/local/table.ts';
import { coldStart } from '../test/bench/cold-start.ts';
import { commandCpu } from '../test/bench/command-cpu.ts';
import { holds, type Figure } from '../test/bench/figure.ts';
import { firstLoad } from '../test/bench/first-load.ts';
import { lastPlaces } from '../test/bench/last-places.ts';
import { notice } from '../test/bench/notice.ts';
import { payments } from '../test/bench/payments.ts';
import { reading } from '../test/bench/reading.ts';
import { apiSizes, noticeSize } from '../test/bench/sizes.ts';

/** `npm run bench`: speed as ratios to baselines of the same run, sizes, and the last places of a budget; exit 1 if a limit is missed. */
const onDynamoDb = async (): Promise<Figure[]> => {
  const { endpoint, stop } = await startDynamoDb();
  const client = localClient(endpoint);
  try {
    return [...(await reading(client)), await lastPlaces(client)];
  } finally {
    client.destroy();
    await stop();
  }
};

const asTimes = ({ name, ratio, limit }: { name: string; ratio: number; limit: number }): Figure => ({
  name,
  value: ratio,
  limit,
  unit: 'times',
});

/** One after the other, so that no measurement disturbs another. */
const PARTS: readonly (() => Promise<readonly Figure[]>)[] = [
  commandCpu,
  onDynamoDb,
  async () => (await coldStart()).map(asTimes),
  apiSizes,
  payments,
  async () => [asTimes(await notice()), await noticeSize()],
  async () => [await firstLoad()],
];

const shown = (value: number, unit: Figure['unit']): string => `${value.toFixed(unit === 'times' ? 2 : 0)} ${unit}`;

const lineOf = (figure: Figure): string => {
  const { name, value, limit, unit } = figure;
  return [
    holds(figure) ? 'ok  ' : 'MISS',
    name.padEnd(78),
    shown(value, unit).padStart(12),
    limit === undefined ? 'no limit, shown only' : `at most ${limit} ${unit}`,
  ].join('  ');
};

const figures: Figure[] = [];
for (const part of PARTS) {
  for (const figure of await part()) {
    figures.push(figure);
    console.log(lineOf(figure));
  }
}
const missed = figures.filter((figure) => !holds(figure)).length;
const results = figures.map((figure) => ({ ...figure, ok: holds(figure) }));
writeFileSync('bench.json', `${JSON.stringify({ node: process.version, figures: results }, undefined, 2)}\n`);
console.log(missed === 0 ? 'Every limit is kept' : `${missed} of ${figures.length} figures are over their limit`);
process.exitCode = missed === 0 ? 0 : 1;
