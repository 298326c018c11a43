import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { StatementEntry } from '../../shared/payments/statement-entry.ts';
import { referenceUnder, type Movement } from './read-movement.ts';
import { textUnder, under, type Part } from './statement-xml.ts';

/**
 * Where the bank does not name the movement itself, the statement's own number keeps equal movements of two statements
 * apart; without number too, only how often a file tells of it does.
 */
const byStatement = (statement: Part, position: string | undefined): readonly string[] => {
  const number = textUnder(statement, 'LglSeqNb') ?? textUnder(statement, 'ElctrncSeqNb');
  if (number !== undefined) return ['number', number, position ?? ''];
  return position === undefined ? [] : ['statement', textUnder(statement, 'Id') ?? '', position];
};

const namesOf = (statement: Part, { entry, detail }: Movement): readonly string[] => {
  const byBank = [referenceUnder(entry, 'AcctSvcrRef'), referenceUnder(detail, 'Refs', 'AcctSvcrRef')];
  const position = referenceUnder(entry, 'NtryRef');
  return byBank.every((one) => one === undefined)
    ? byStatement(statement, position)
    : ['bank', ...byBank.map((one) => one ?? ''), position ?? ''];
};

/**
 * Tells the movements of one file apart: by account, the bank's names for it, all references, content, and the how-manieth of
 * its kind it is in this file. So each counts, and the same one in two files that overlap has one identity (decision 0032).
 */
export const identities = (iban: string): ((statement: Part, movement: Movement) => StatementEntry) => {
  const seen = new Map<string, number>();
  return (statement, movement) => {
    const { entry, detail, told } = movement;
    const refs = under(detail, 'Refs') ?? '';
    const booked = textUnder(entry, 'BookgDt', 'Dt') ?? textUnder(entry, 'BookgDt', 'DtTm') ?? '';
    const kind = hash('sha256', canonicalize([iban, namesOf(statement, movement), refs, booked, told]) ?? '', 'hex');
    const occurrence = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, occurrence);
    return { id: hash('sha256', `${kind}#${occurrence}`, 'hex').slice(0, 32), ...told };
  };
};
