/** A stretch of a text that is the same in both, or differs. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

const bare = (iban: string): string => iban.replaceAll(/\s/g, '');

/** The groups of four of `of`, each told apart from the group at the same place of the other number. */
export const ibanGroups = (of: string, other: string | undefined): Stretch[] => {
  const groupsOf = (iban: string) => bare(iban).match(/.{1,4}/g) ?? [];
  const others = other === undefined ? undefined : groupsOf(other);
  return groupsOf(of).map((text, index) => ({ text, differs: others !== undefined && others[index] !== text }));
};

/** The words of a name, each told apart where the other name does not have it. */
export const nameWords = (of: string, other: string | undefined): Stretch[] => {
  const words = (name: string) => name.split(/\s+/).filter((word) => word !== '');
  const others = other === undefined ? undefined : words(other);
  return words(of).map((text) => ({ text, differs: others !== undefined && !others.includes(text) }));
};
