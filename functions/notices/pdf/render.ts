import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { composeNotice } from '../../../shared/notices/compose.ts';
import type { DecisionFacts } from '../../../shared/notices/decision.ts';
import { finish } from './finishing.ts';
import { IncompleteFacts } from './problems.ts';
import { templateInput } from './template-input.ts';
import { typeset, type Standard } from './typesetting.ts';

/** A notice as bytes that are previewed, released by their hash, stored and never changed. */
export interface RenderedNotice {
  /** Tagged PDF/A-3a, identified as PDF/UA-1, with `decision.json` attached. */
  readonly pdf: Uint8Array;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** The pages of a notice by one standard, before they are finished. Tests compile them as PDF/UA-1 too. */
export const setPages = (facts: DecisionFacts, standard: Standard): Uint8Array => {
  const composed = composeNotice(facts);
  if (!composed.ok) throw new IncompleteFacts(composed.missing);
  return typeset(templateInput(composed.value, facts.day), () => canonicalize(facts)!, standard);
};

/**
 * Renders a notice. The same facts give the same bytes in every process: no clock, no machine's fonts, no random ID.
 * @throws IncompleteFacts, UnprintableText, TypesettingFailed
 */
export const renderNotice = async (facts: DecisionFacts): Promise<RenderedNotice> => {
  const pdf = await finish(setPages(facts, 'a-3a'));
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex') };
};
