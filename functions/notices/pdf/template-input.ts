import { renderSVG } from 'uqr';
import type { Block, Inline, Item, NoticeContent, Text } from '../../../shared/notices/content.ts';
import type { Day } from '../../../shared/kernel/day.ts';
import { typedLines } from './typed-text.ts';

/** What letter.typ reads: the content with typed text in lines, codes as drawings, the day in numbers. */
type Set = string | { readonly lines: readonly string[] } | { readonly strong: string };

const lines = (text: string): { lines: readonly string[] } => ({ lines: typedLines(text) });

const inline = (piece: Inline): Set => (typeof piece === 'object' && 'typed' in piece ? lines(piece.typed) : piece);

const text = (pieces: Text): Set[] => pieces.map(inline);

const item = ({ name, text: said, more = [] }: Item): object => ({ name, text: text(said), more: more.map(block) });

const block = (of: Block): object => {
  switch (of.kind) {
    case 'paragraph':
    case 'remedy':
      return { ...of, text: text(of.text) };
    case 'list':
      return { ...of, items: of.items.map(item) };
    case 'table':
      return { ...of, rows: of.rows.map((row) => ({ ...row, label: inline(row.label) })) };
    case 'qr':
      return { ...of, svg: renderSVG(of.address, { ecc: 'M', border: 2 }), caption: text(of.caption) };
  }
};

export const templateInput = (notice: NoticeContent, day: Day): object => ({
  ...notice,
  day: day.split('-').map(Number),
  head: { ...notice.head, addressee: notice.head.addressee.map(lines) },
  subject: text(notice.subject),
  reference: notice.reference.map(text),
  opening: notice.opening.map(text),
  sections: notice.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(block) })),
  signature: {
    ...notice.signature,
    name: lines(notice.signature.name),
    role: lines(notice.signature.role),
    note: text(notice.signature.note),
  },
  attachments: notice.attachments.map(text),
});
