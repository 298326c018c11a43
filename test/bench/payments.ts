import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { statementXml } from '../../functions/payments/statement.fixture.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { day, instant } from '../../shared/kernel/day.ts';
import { paymentFile, type PaymentFile } from '../../shared/payments/file/payment-file.ts';
import { handOver, payCity, PAYER_IBAN, releasedRun } from '../support/payments.ts';
import { inKilobytes, median, type Figure } from './figure.ts';

const ITEMS = 10_000;
const ROUNDS = 15;

/** A run as large as a city's, with names that have to be written out. */
const RUN: PaymentFile = {
  messageId: 'R0123456789ABCDEF01234567-1',
  createdAt: instant('2026-11-23T09:00:00Z'),
  executionDay: day('2026-11-25'),
  payer: { name: 'Landeskasse Musterstadt', iban: PAYER_IBAN },
  transfers: Array.from({ length: ITEMS }, (_, index) => ({
    endToEndId: `A26-${String(index).padStart(6, '0')}`,
    cents: cents(2000 + (index % 500)),
    holder: index % 3 === 0 ? `Şükrü Müller ${index}` : `Erika Muster ${index}`,
    iban: 'AT611904300234573201',
    remittance: `Sitzungsgeld A26-${String(index).padStart(6, '0')}`,
  })),
};

const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The file of 10,000 items against serialising the same records as JSON, in turns; and what it adds to the heap. */
const file = (): Figure[] => {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -3; round < ROUNDS; round += 1) {
    const json = milliseconds(() => JSON.stringify(RUN));
    const xml = milliseconds(() => paymentFile(RUN));
    if (round >= 0) ours.push(xml);
    if (round >= 0) theirs.push(json);
  }
  const before = process.memoryUsage().heapUsed;
  const written = paymentFile(RUN);
  const grown = Math.max(0, process.memoryUsage().heapUsed - before);
  if (!written.ok) throw new Error('The run of the bench is refused');
  return [
    {
      name: 'payment file of 10,000 items against JSON',
      value: median(ours) / median(theirs),
      limit: 5,
      unit: 'times',
    },
    inKilobytes('payment file of 10,000 items, heap', grown, 200_000),
  ];
};

const ENTRIES = 1000;

/** Transactions for each movement of a statement, the room's that ordered it included. */
const reconciling = async (): Promise<Figure> => {
  let commits = 0;
  const inside = memoryJournal();
  const journal: Journal = { ...inside, commit: (commit) => ((commits += 1), inside.commit(commit)) };
  const city = await payCity(ENTRIES, journal);
  await releasedRun(city);
  const movements = Array.from({ length: ENTRIES }, (_, index) => ({
    endToEndId: `A26-${String(index + 1).padStart(6, '0')}`,
    amount: ((2001 + index) / 100).toFixed(2),
  }));
  commits = 0;
  await handOver(city, statementXml(PAYER_IBAN, movements));
  if (city.results.length !== ENTRIES) throw new Error('Not every movement was reconciled');
  return { name: 'transactions for each movement of a statement', value: commits / ENTRIES, limit: 1.2, unit: 'times' };
};

export const payments = async (): Promise<Figure[]> => [...file(), await reconciling()];
