import type { Cents } from '../kernel/cents.ts';

/**
 * A piece of a sentence. `typed` was typed by a person and may hold any characters and any direction: whoever sets it
 * keeps it apart from the sentence around it and never reads it as markup.
 */
export type Inline = string | { readonly typed: string } | { readonly strong: string };

export type Text = readonly Inline[];

export interface TableRow {
  readonly label: Inline;
  readonly amount: string;
}

export interface Table {
  readonly kind: 'table';
  /** What the two columns hold: the header cells. */
  readonly head: readonly [string, string];
  readonly rows: readonly TableRow[];
  readonly sum: TableRow;
}

/** A table of more than two columns. `width` is a part of what is left beside the `auto` ones; `size` in points. */
export interface Grid {
  readonly kind: 'grid';
  readonly size: number;
  readonly columns: readonly {
    readonly head: string;
    readonly align: 'left' | 'right';
    readonly width: 'auto' | number;
  }[];
  readonly rows: readonly (readonly Inline[])[];
  readonly sum?: readonly Inline[];
}

export interface Item {
  /** Names the item in bold before its text. */
  readonly name: string;
  readonly text: Text;
  readonly more?: readonly Block[];
}

/** What a notice is made of, in reading order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** Numbered from `first` on: the numbers are quoted elsewhere in the notice. */
  | { readonly kind: 'list'; readonly first: number; readonly items: readonly Item[] }
  | Table
  | Grid
  | { readonly kind: 'remedy'; readonly text: Text }
  /** An address of ours as a code, in words below the caption, and followed on a click. */
  | { readonly kind: 'qr'; readonly address: string; readonly alt: string; readonly caption: Text };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface LetterHead {
  readonly authority: string;
  readonly unit?: string;
  readonly street: string;
  readonly town: string;
  readonly mail: string;
  /** Name, street, postcode with town: as typed. */
  readonly addressee: readonly string[];
  readonly details: readonly { readonly label: string; readonly text: string }[];
}

/** A notice as typed blocks: what is said, in which order; nothing of how it looks. */
export interface NoticeContent {
  /** The title of the document, without anybody's name. */
  readonly title: string;
  readonly head: LetterHead;
  readonly subject: Text;
  readonly reference: readonly Text[];
  /** Salutation and the sentence that leads to the sections. */
  readonly opening: readonly Text[];
  readonly sections: readonly Section[];
  readonly signature: { readonly closing: string; readonly name: string; readonly role: string; readonly note: Text };
  readonly attachments: readonly Text[];
  /** Stands on every following page and at the foot. */
  readonly running: { readonly left: string; readonly right: string };
}

/** A list for the record, set across the page: what it is, whose, its tables. */
export interface SheetContent {
  readonly title: string;
  /** Who made it, one line each. */
  readonly issuer: readonly [string, ...string[]];
  readonly details: readonly { readonly label: string; readonly text: Inline }[];
  readonly subject: Text;
  readonly opening: readonly Text[];
  readonly sections: readonly Section[];
  readonly running: { readonly left: string; readonly right: string };
}

/** Marks words that a person typed. */
export const typed = (text: string): Inline => ({ typed: text });

export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

export const list = (items: readonly Item[], first = 1): Block => ({ kind: 'list', first, items });

/** An amount of money with the words that stand before it. */
export interface Amount {
  readonly label: Inline;
  readonly cents: Cents;
}

const plain = (piece: Inline): string => {
  if (typeof piece === 'string') return piece;
  if ('typed' in piece) return piece.typed;
  return piece.strong;
};

/** The words of a text without their marks. */
export const words = (text: Text): string => text.map(plain).join('');
