declare const kind: unique symbol;

/** An identifier branded by what it names. Lower-case letters, digits and hyphens, 3 to 64 characters. */
export type Id<K extends string> = string & { readonly [kind]: K };

export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type AuthorityId = Id<'authority'>;
export type ProgrammeId = Id<'programme'>;
export type CallId = Id<'call'>;
export type ApplicationId = Id<'application'>;
export type NoticeId = Id<'notice'>;
export type EntryId = Id<'entry'>;
export type BodyId = Id<'body'>;
export type SeatId = Id<'seat'>;
export type SittingId = Id<'sitting'>;
export type ClaimId = Id<'claim'>;
export type PaymentId = Id<'payment'>;
export type RunId = Id<'run'>;
export type StatementId = Id<'statement'>;
/** A file that was handed over and is not yet part of anything. */
export type UploadId = Id<'upload'>;

export const ID_PATTERN = /^[a-z0-9](?:[a-z0-9-]{1,62})[a-z0-9]$/;

export const isId = (text: string): boolean => ID_PATTERN.test(text);

/** Brands a text that was checked before, at a schema or by the code that made it. */
export const asId = <K extends string>(text: string): Id<K> => text as Id<K>;
