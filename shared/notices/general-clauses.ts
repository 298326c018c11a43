/**
 * Allgemeine Nebenbestimmungen: they bind only if the notice names and attaches them, each in one edition
 * (AV § 44 LHO no. 5). Names of the editions as the rule sets of the law room have them.
 */
interface GeneralClauses {
  readonly short: 'ANBest-P' | 'ANBest-I';
  readonly title: string;
  readonly edition: string;
}

const EDITIONS: Readonly<Record<string, string>> = {
  'BE-2025-07': 'in der Fassung vom 25.\u00A0Juli 2025',
  'BE-PRE-2025': 'in der vor dem 25.\u00A0Juli 2025 geltenden Fassung',
};

/** The general clauses that a rule set attaches to a notice, or undefined for a rule set that is not known. */
export const generalClauses = (ruleSetId: string, mode: 'project' | 'institutional'): GeneralClauses | undefined => {
  const edition = Object.hasOwn(EDITIONS, ruleSetId) ? EDITIONS[ruleSetId] : undefined;
  if (edition === undefined) return undefined;
  return mode === 'project'
    ? { short: 'ANBest-P', title: 'Allgemeine Nebenbestimmungen für Zuwendungen zur Projektförderung', edition }
    : {
        short: 'ANBest-I',
        title: 'Allgemeine Nebenbestimmungen für Zuwendungen zur institutionellen Förderung',
        edition,
      };
};
