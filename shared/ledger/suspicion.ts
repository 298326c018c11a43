import { holdsPersonalDetails } from '../kernel/personal.ts';
import type { WithheldGround } from './entry.ts';
import { hasLegalForm } from './recipient.ts';

/** Why a row waits for a person before it is published; also the locale key `ledger.suspicion.<ground>`. */
export const SUSPICIONS = ['contact', 'person', 'care-of', 'two-word-name', 'recipient-in-purpose', 'address'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** What would be published of a row, with the recipient as the file names it. */
export interface PublicWords {
  readonly name: string;
  readonly purpose: string;
  readonly place: string;
  readonly withheld: WithheldGround | undefined;
}

/** "Fr. A…", "Herrn Dr. B…": a form of address before a capital letter. */
const ADDRESSED =
  /(?<![\p{L}\p{N}])(?:(?:Fr|Hr|Hrn)\.\s{0,3}|(?:Frau|Herrn?)\s{1,3})(?:(?:Dr|Prof)\.\s{0,3}){0,2}\p{Lu}(?:\p{Ll}|\.|$)/u;
const TITLED = /(?<![\p{L}\p{N}])(?:Dr|Prof|Dipl)\.\s{0,3}(?:\p{L}+\.\s{0,3}){0,3}\p{Lu}\p{Ll}/u;
const CARE_OF = /(?<![\p{L}\p{N}])(?:c\s?\/\s?o|z\.\s?Hd\.?|z\.\s?H\.|℅)(?![\p{L}\p{N}])/iu;
/** A street with its number; `\p{L}` before the ending, so that "Weg 5" alone is none. */
const STREET = /\p{L}(?:str\.|straße|strasse|weg|platz|allee|damm|ufer|gasse)\s{0,3}\d{1,4}(?!\d)/iu;
const TWO_WORDS = /^\p{Lu}\p{Ll}[\p{L}'’-]* \p{Lu}\p{Ll}[\p{L}'’-]*$/u;
/** First words that no person bears: what a body calls itself, alone or at the end of a longer word ("Imkerverein"). */
const NO_FIRST_NAME =
  /^(?:Berliner|Deutsche[rs]?|Evangelische[rs]?|Katholische[rs]?|Jüdische[rs]?|Technische[rs]?|Freie[rs]?|.*(?:verein|verband|bund|club|klub|kreis|initiative|netzwerk|zentrum|institut|museum|bündnis|schule|haus|werk|stift|theater|chor|kita|treff|treffpunkt|studio|projekt|gärten|garten))$/iu;
const NO_SURNAME =
  /^(?:Berlin|Deutschland|Brandenburg|Europa|Museum|Theater|Schule|Kita|Verein|Stiftung|Gemeinde|Ensemble)$/u;
const GIVEN_TO =
  /(?<![\p{L}\p{N}])(?:für|fuer|an|von)\s{1,3}(?:(?:Dr|Prof)\.\s{0,3}){0,2}\p{Lu}\p{Ll}{1,20}\s{1,3}\p{Lu}\p{Ll}{1,30}/u;

const wordsIn = (text: string): string[] => (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.toLowerCase());

/** A withheld name told by the purpose after all: each of its words stands there. */
const tells = ({ name, purpose, withheld }: PublicWords): boolean => {
  if (withheld === undefined) return false;
  const told = new Set(wordsIn(purpose));
  const words = wordsIn(name);
  return words.length >= 2 && words.every((word) => told.has(word));
};

const looksLikePerson = ({ name, withheld }: PublicWords): boolean => {
  if (withheld !== undefined) return false;
  return TITLED.test(name) || ADDRESSED.test(name);
};

const hasTwoWords = (name: string): boolean => {
  const [first = '', last = ''] = name.split(' ');
  return TWO_WORDS.test(name) && !hasLegalForm(name) && !NO_FIRST_NAME.test(first) && !NO_SURNAME.test(last);
};

/** Money that went to a person, with a name after "für". */
const isGivenTo = ({ name, purpose, withheld }: PublicWords): boolean =>
  (withheld === 'not-a-legal-person' || (withheld !== undefined && hasTwoWords(name))) && GIVEN_TO.test(purpose);

const RULES: Readonly<Record<Suspicion, (words: PublicWords) => boolean>> = {
  contact: ({ name, purpose, place }) => [name, purpose, place].some(holdsPersonalDetails),
  person: (words) => ADDRESSED.test(words.purpose) || looksLikePerson(words) || isGivenTo(words),
  'care-of': ({ name, purpose, place, withheld }) =>
    CARE_OF.test(purpose) || CARE_OF.test(place) || (withheld === undefined && CARE_OF.test(name)),
  'two-word-name': ({ name, withheld }) => withheld === undefined && hasTwoWords(name),
  'recipient-in-purpose': tells,
  address: ({ purpose, place, withheld }) => withheld !== undefined && (STREET.test(purpose) || STREET.test(place)),
};

/** What speaks for a natural person being told by these words. Nothing of the kind is published before somebody looked. */
export const suspicionsOf = (words: PublicWords): Suspicion[] => SUSPICIONS.filter((one) => RULES[one](words));
