import PdfDocument from 'pdfkit';
import { loadFonts } from '../../functions/notices/pdf/fonts.ts';
import { renderDocument } from '../../functions/notices/pdf/render.ts';
import { cents } from '../../shared/kernel/cents.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { words, type Block } from '../../shared/notices/content.ts';
import type { DecisionFacts } from '../../shared/notices/decision.ts';
import { SAMPLE_REFUSAL } from '../../shared/notices/sample-decisions.ts';

const WARM_UP = 3;
const ROUNDS = 15;

/** Another notice of two pages each time: neither side may answer from what it remembers. */
const decision = (round: number): DecisionFacts => ({
  ...SAMPLE_REFUSAL,
  caseNumber: `Int 2 – 2026/${round}`,
  requestedCents: cents(1_250_000 + round),
  addressee: { ...SAMPLE_REFUSAL.addressee, name: `Kulturbrücke ${round} gUG` },
  reasons: SAMPLE_REFUSAL.reasons.map((reason) => `${round}. ${reason}`),
});

const textOf = (block: Block): string[] => {
  if (block.kind === 'paragraph' || block.kind === 'remedy') return [words(block.text)];
  if (block.kind === 'qr') return [words(block.caption), block.address];
  if (block.kind === 'grid') return block.rows.map((row) => words(row));
  if (block.kind === 'table') return [...block.rows, block.sum].map((row) => `${words([row.label])} ${row.amount}`);
  return block.items.flatMap(({ name, text, more = [] }) => [`${name}. ${words(text)}`, ...more.flatMap(textOf)]);
};

/** Headings and paragraphs of a notice, as any letter would have them. */
const linesOf = (facts: DecisionFacts): { text: string; isHeading: boolean }[] => {
  const composed = composeNotice(facts);
  if (!composed.ok) throw new Error('The sample is not complete');
  const { head, subject, reference, opening, sections, signature, attachments } = composed.value;
  const plain = (text: string): { text: string; isHeading: boolean } => ({ text, isHeading: false });
  return [
    ...[head.authority, head.street, head.town, ...head.addressee].map(plain),
    ...head.details.map(({ label, text }) => plain(`${label}: ${text}`)),
    { text: words(subject), isHeading: true },
    ...[...reference, ...opening].map((text) => plain(words(text))),
    ...sections.flatMap(({ heading, blocks }) => [
      { text: heading, isHeading: true },
      ...blocks.flatMap(textOf).map(plain),
    ]),
    ...[signature.closing, signature.name, signature.role, words(signature.note)].map(plain),
    ...attachments.map((text) => plain(words(text))),
  ];
};

const fonts = loadFonts();

/** The same text with the same font files, untagged: what a usual library takes for it. */
const withPdfkit = (facts: DecisionFacts): Promise<number> =>
  new Promise((resolve, reject) => {
    const document = new PdfDocument({ size: 'A4', margins: { left: 71, right: 57, top: 57, bottom: 71 } });
    let size = 0;
    document.on('data', (chunk: Buffer) => (size += chunk.length));
    document.on('end', () => resolve(size));
    document.on('error', reject);
    document.registerFont('text', fonts[0]).registerFont('heading', fonts[1]);
    for (const { text, isHeading } of linesOf(facts)) {
      document
        .font(isHeading ? 'heading' : 'text')
        .fontSize(11)
        .text(text)
        .moveDown(0.5);
    }
    document.end();
  });

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A notice of two pages, tagged and finished, against the same text by pdfkit, untagged: medians, taken in turns. */
export const notice = async (): Promise<{ name: string; ratio: number; limit: number }> => {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const facts = decision(round + WARM_UP + 1);
    const own = await milliseconds(() => renderDocument({ kind: 'decision', facts }));
    const other = await milliseconds(() => withPdfkit(facts));
    if (round < 0) continue;
    ours.push(own);
    theirs.push(other);
  }
  return { name: 'notice of two pages against pdfkit untagged', ratio: median(ours) / median(theirs), limit: 0.5 };
};

if (import.meta.main) {
  const result = await notice();
  console.log(`${result.name}: ${result.ratio.toFixed(2)} (at most ${result.limit})`);
  process.exitCode = result.ratio <= result.limit ? 0 : 1;
}
