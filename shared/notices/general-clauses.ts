import { RULE_SET_IDS, type FundingMode, type GeneralClauses } from '../law/rule-set.ts';
import { ruleSet } from '../law/rule-sets.ts';

/**
 * Allgemeine Nebenbestimmungen of the rule set that a notice names: they bind only if the notice names and attaches them
 * (AV § 44 LHO no. 5). Undefined for a rule set that is not known.
 */
export const generalClauses = (ruleSetId: string, mode: FundingMode): GeneralClauses | undefined => {
  const known = RULE_SET_IDS.find((id) => id === ruleSetId);
  return known === undefined ? undefined : ruleSet(known).generalClauses[mode];
};

/** How the notice names them, with their edition. */
export const nameOf = ({ title, edition }: GeneralClauses): { readonly title: string; readonly edition: string } => ({
  title,
  edition: edition.replace(/(\d\.) (\p{L}+) (\d{4})/gu, '$1\u00A0$2\u00A0$3'),
});
