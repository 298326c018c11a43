import type { Day, Instant } from '../../../shared/kernel/day.ts';
import type { Transfer } from './transfers.ts';

/** A movement that the bank books: a transfer that leaves, or one that comes back. */
export interface Booking {
  readonly transfer: Transfer;
  /** The bank's reason (ISO 20022 external code); without it the transfer leaves the account. */
  readonly returned?: string;
}

export interface BankStatement {
  readonly iban: string;
  readonly number: number;
  readonly on: Day;
  readonly madeAt: Instant;
  readonly openingCents: number;
  readonly bookings: readonly Booking[];
}

const decimal = (cents: number): string => (Math.abs(cents) / 100).toFixed(2);

const signOf = (cents: number): string => (cents < 0 ? 'DBIT' : 'CRDT');

const balance = (kind: string, cents: number, on: Day): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimal(cents)}</Amt>` +
  `<CdtDbtInd>${signOf(cents)}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;

const entry = ({ on, number }: BankStatement, { transfer, returned }: Booking, index: number): string => {
  const reference = `DEMO-${number}-${index + 1}`;
  const amount = `<Amt Ccy="EUR">${decimal(transfer.cents)}</Amt>`;
  const sign = `<CdtDbtInd>${returned === undefined ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  return (
    `<Ntry><NtryRef>${index + 1}</NtryRef>${amount}${sign}<Sts><Cd>BOOK</Cd></Sts>` +
    `<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>` +
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${returned === undefined ? 'ESCT' : 'RRTN'}</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef><EndToEndId>${transfer.endToEndId}</EndToEndId></Refs>${amount}${sign}` +
    `<RltdPties><Cdtr><Pty><Nm>${transfer.name}</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>${transfer.iban}</IBAN></Id></CdtrAcct></RltdPties>` +
    `<RmtInf><Ustrd>${transfer.purpose}</Ustrd></RmtInf>` +
    `${returned === undefined ? '' : `<RtrInf><Rsn><Cd>${returned}</Cd></Rsn></RtrInf>`}</TxDtls></NtryDtls></Ntry>`
  );
};

/** What the account holds after these bookings. */
export const closingCents = ({ openingCents, bookings }: BankStatement): number =>
  bookings.reduce(
    (sum, { transfer, returned }) => sum + (returned === undefined ? -transfer.cents : transfer.cents),
    openingCents,
  );

/** The statement of a day (camt.053.001.08), with balances that its movements make. */
export const statementFile = (statement: BankStatement): string => {
  const { iban, number, on, madeAt, openingCents, bookings } = statement;
  const id = `DEMO-${iban.slice(-4)}-${number}`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>' +
    `<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${madeAt}</CreDtTm></GrpHdr>` +
    `<Stmt><Id>${id}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb><CreDtTm>${madeAt}</CreDtTm>` +
    `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
    balance('OPBD', openingCents, on) +
    balance('CLBD', closingCents(statement), on) +
    `${bookings.map((one, index) => entry(statement, one, index)).join('\n')}</Stmt></BkToCstmrStmt></Document>\n`
  );
};
