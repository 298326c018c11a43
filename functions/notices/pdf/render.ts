import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { composeClaimNotice, composeNotice, type Composed } from '../../../shared/notices/compose.ts';
import type { NoticeContent } from '../../../shared/notices/content.ts';
import type { Document } from '../../../shared/notices/document.ts';
import { missingInOrderList, orderListSheet } from '../../../shared/notices/order-list.ts';
import { statementSheet } from '../../../shared/notices/statement.ts';
import { finish } from './finishing.ts';
import { IncompleteFacts } from './problems.ts';
import { settable } from './settable.ts';
import { sheetInput, templateInput } from './template-input.ts';
import { typeset, type Sheet, type Standard, type Template } from './typesetting.ts';

/** A document as bytes that are previewed, released by their hash, stored and never changed. */
export interface Rendered {
  /** Tagged PDF/A-3a, identified as PDF/UA-1, with its facts attached. */
  readonly pdf: Uint8Array;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

interface Setting {
  readonly template: Template;
  readonly input: object;
  /** The name under which the facts are attached. */
  readonly attached: string;
  /** What goes with the notice as a file of its own. */
  readonly annex?: NonNullable<Sheet['annex']>;
}

const complete = (composed: Composed): NoticeContent => {
  if (!composed.ok) throw new IncompleteFacts(composed.missing);
  return composed.value;
};

const letter = (composed: Composed, { day }: { readonly day: Parameters<typeof templateInput>[1] }): Setting => ({
  template: 'letter.typ',
  input: templateInput(settable(complete(composed)), day),
  attached: 'decision.json',
});

/** @throws IncompleteFacts if the bytes are not those whose hash the notice names */
const annexOf = ({ facts, annex }: Extract<Document, { kind: 'decision' }>): Pick<Setting, 'annex'> => {
  if (facts.kind === 'refusal' || facts.annex === undefined) return {};
  const isIt = annex !== undefined && createHash('sha256').update(annex).digest('hex') === facts.annex.sha256;
  if (!isIt) throw new IncompleteFacts([9]);
  return { annex: { name: facts.annex.file, bytes: annex } };
};

const settingOf = (document: Document): Setting => {
  switch (document.kind) {
    case 'decision':
      return { ...letter(composeNotice(document.facts), document.facts), ...annexOf(document) };
    case 'claimDecision':
      return letter(composeClaimNotice(document.facts), document.facts);
    case 'statement': {
      const input = sheetInput(statementSheet(document.facts), document.facts.day);
      return { template: 'sheet.typ', input, attached: 'statement.json' };
    }
    case 'orderList': {
      const missing = missingInOrderList(document.facts);
      if (missing.length > 0) throw new IncompleteFacts(missing);
      const input = sheetInput(orderListSheet(document.facts), document.facts.day);
      return { template: 'sheet.typ', input, attached: 'order-list.json' };
    }
  }
};

/** The pages of a document by one standard, before they are finished. Tests compile them as PDF/UA-1 too. */
export const setPages = (document: Document, standard: Standard): Uint8Array => {
  return typeset({ ...settingOf(document), facts: canonicalize(document.facts)! }, standard);
};

/**
 * Renders a document. The same facts give the same bytes in every process: no clock, no machine's fonts, no random ID.
 * @throws IncompleteFacts, UnprintableText, TypesettingFailed
 */
export const renderDocument = async (document: Document): Promise<Rendered> => {
  const pdf = await finish(setPages(document, 'a-3a'));
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') };
};
