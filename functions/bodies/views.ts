import { addSeconds, type Day, type Instant } from '../../shared/kernel/day.ts';
import type { AuthorityId, BodyId, PersonId, SeatId, SittingId } from '../../shared/kernel/id.ts';
import { readBody, type Body } from '../../shared/bodies/body.ts';
import type { BodyFact, DocumentKind, SittingFact, SittingMode, SittingStage } from '../../shared/bodies/facts.ts';
import { bodyById, type PublicBody } from '../../shared/bodies/directory.ts';
import { readSitting, type Sitting } from '../../shared/bodies/sitting.ts';
import type { WallTime } from '../../shared/kernel/wall-time.ts';
import { streamOf, type Ask, type Key, type Row } from '../kernel/journal.ts';

export const bodyPk = (id: BodyId): string => `body#${id}`;
export const bodyAsk = (id: BodyId): Ask => ({ pk: bodyPk(id), prefix: '' });

/** Everything of a body's partition: seats by facts, their labels, and the names of those who sit or sat there. */
export interface StoredBody {
  readonly known: PublicBody;
  readonly body: Body;
  readonly labels: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, PersonLine>;
}

/** What the office and, with consent, the public read of a person. */
export interface PersonLine {
  readonly name: string;
  /** Consent to be named on the public page. */
  readonly isNamed: boolean;
  readonly organisation?: string;
}

export const NAMES = 'names';
export const seatSk = (seat: SeatId): string => `seat#${seat}`;

/** Undefined for a body that the directory does not know. */
export const bodyOf = (id: BodyId, rows: readonly Row[]): StoredBody | undefined => {
  const known = bodyById(id);
  if (known === undefined) return undefined;
  const labels = rows
    .filter(({ sk }) => sk.startsWith('seat#'))
    .map((row) => [row.sk.slice(5), String(row['label'])] as const);
  return {
    known,
    body: readBody(streamOf<BodyFact>(rows)),
    labels: new Map(labels),
    names: new Map(
      Object.entries((rows.find(({ sk }) => sk === NAMES)?.['names'] ?? {}) as Record<string, PersonLine>),
    ),
  };
};

export const sittingPk = (id: SittingId): string => `sitting#${id}`;
export const sittingAsk = (id: SittingId): Ask => ({ pk: sittingPk(id), prefix: '' });

/** Words of a sitting: erasable, and for the public as far as its page shows them. */
export interface SittingWords {
  readonly title: string;
  readonly place: string;
  readonly onlineAddress?: string;
}

export interface StoredSitting {
  readonly id: SittingId;
  readonly body: BodyId;
  readonly authority: AuthorityId;
  readonly sitting: Sitting;
  readonly words: SittingWords;
  /** By the number of the fact that vouches for them. */
  readonly texts: ReadonlyMap<number, string>;
  readonly titles: ReadonlyMap<string, string>;
}

export const WORDS = 'words';
export const textSk = (seq: number): string => `text#${String(seq).padStart(6, '0')}`;
export const documentSk = (document: string): string => `document#${document}`;

export const sittingOf = (id: SittingId, rows: readonly Row[]): StoredSitting | undefined => {
  const sitting = readSitting(streamOf<SittingFact>(rows));
  const words = rows.find(({ sk }) => sk === WORDS)?.['words'] as SittingWords | undefined;
  if (sitting.plan === undefined || words === undefined) return undefined;
  const texts = rows.filter(({ sk }) => sk.startsWith('text#'));
  const titles = rows.filter(({ sk }) => sk.startsWith('document#'));
  return {
    id,
    body: sitting.plan.body,
    authority: sitting.plan.authority,
    sitting,
    words,
    texts: new Map(texts.map((row) => [Number(row.sk.slice(5)), String(row['text'])])),
    titles: new Map(titles.map((row) => [row.sk.slice(9), String(row['title'])])),
  };
};

/** The sittings of a body by their times: what lists, calendars and the public page read. */
export const sittingsPk = (body: BodyId): string => `sittings#${body}`;

/** One sitting as lists hold it. */
export interface SittingRow {
  readonly sitting: SittingId;
  readonly body: BodyId;
  readonly title: string;
  readonly place: string;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly mode: SittingMode;
  readonly stage: SittingStage;
  readonly openObjections: number;
  readonly documents: readonly {
    readonly document: string;
    readonly kind: DocumentKind;
    readonly title: string;
    readonly isPublic: boolean;
    readonly addedAt: Instant;
  }[];
}

export const sittingRowOf = (row: Row): SittingRow => row['line'] as SittingRow;

export const memberKey = (person: PersonId): Key => ({ pk: `member#${person}`, sk: 'member' });

/** A member as an ordinary record, kept by the person: it can be erased. */
export interface Member {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly isNamed: boolean;
  readonly address?: { readonly street: string; readonly postcode: string; readonly town: string };
  /** Consent to electronic delivery in the portal (§ 41(2a) VwVfG). */
  readonly portalDelivery?: { readonly consentedAt: Instant };
  /** When the e-mail address was changed last; a new one confirms nothing for a while. */
  readonly emailSince: Instant;
  /** When the person showed that they read what is sent there; absent for an address that was never changed, or before it was asked. */
  readonly emailProvenAt?: Instant;
  /** Where the person sits or sat. */
  readonly bodies: readonly BodyId[];
  /** The authorities of these bodies. */
  readonly authorities: readonly AuthorityId[];
}

export const memberOf = (row: Row | undefined): Member | undefined => row?.['member'] as Member | undefined;

/** A mail address that a member asked for and has not yet shown to be theirs; until then the old one stays. */
export interface NewContact {
  readonly email: string;
  readonly askedAt: Instant;
  /** Hashes of the codes that were sent, the newest last. */
  readonly codes: readonly string[];
  readonly tries: number;
}

export const newContactKey = (person: PersonId): Key => ({ pk: `member#${person}`, sk: 'new-contact' });

export const newContactOf = (row: Row | undefined): NewContact | undefined =>
  row?.['contact'] as NewContact | undefined;

/** So long a code proves an address: who changes it looks into the new mailbox soon. */
const CODE_SECONDS = 3 * 24 * 60 * 60;

export const isContactOver = ({ askedAt }: NewContact, at: Instant): boolean => addSeconds(askedAt, CODE_SECONDS) <= at;

/** Confirmed sittings of one day over all bodies, so that nobody is present in two at once. */
export const attendanceDayPk = (on: Day): string => `attendance-day#${on}`;
