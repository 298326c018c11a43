import { renderSVG } from 'uqr';
import type { Block, Inline, Item, NoticeContent, SheetContent, Text } from '../../../shared/notices/content.ts';
import type { Day } from '../../../shared/kernel/day.ts';
import { typedLines } from './typed-text.ts';

/** What the templates read: the content with typed text in lines, codes as drawings, the day in numbers. */
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
    case 'grid':
      return {
        ...of,
        rows: of.rows.map((row) => row.map(inline)),
        ...(of.sum !== undefined && { sum: of.sum.map(inline) }),
      };
    case 'qr':
      return { ...of, svg: renderSVG(of.address, { ecc: 'M', border: 2 }), caption: text(of.caption) };
  }
};

const common = (of: NoticeContent | SheetContent, day: Day) => ({
  ...of,
  day: day.split('-').map(Number),
  subject: text(of.subject),
  opening: of.opening.map(text),
  sections: of.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(block) })),
});

export const sheetInput = (sheet: SheetContent, day: Day): object => ({
  ...common(sheet, day),
  details: sheet.details.map(({ label, text: said }) => ({ label, text: inline(said) })),
});

export const templateInput = (notice: NoticeContent, day: Day): object => ({
  ...common(notice, day),
  head: { ...notice.head, addressee: notice.head.addressee.map(lines) },
  reference: notice.reference.map(text),
  signature: {
    ...notice.signature,
    name: lines(notice.signature.name),
    role: lines(notice.signature.role),
    note: text(notice.signature.note),
  },
  attachments: notice.attachments.map(text),
});
