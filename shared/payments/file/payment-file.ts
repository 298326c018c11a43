import type { Cents } from '../../kernel/cents.ts';
import type { Day, Instant } from '../../kernel/day.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { sepaText } from '../../accounts/sepa-text.ts';

/** One transfer as it goes to the bank. `holder` as the bank prints it, `iban` without spaces. */
export interface Transfer {
  readonly endToEndId: string;
  readonly cents: Cents;
  readonly holder: string;
  readonly iban: string;
  readonly remittance: string;
}

/** Whose money it is. */
export interface PayerAccount {
  readonly name: string;
  readonly iban: string;
  readonly bic?: string;
}

export interface PaymentFile {
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly executionDay: Day;
  readonly payer: PayerAccount;
  readonly transfers: readonly Transfer[];
}

const NAME = 70;
const REMITTANCE = 140;

/** `1234.05`: digits and a point, as the bank counts. */
export const decimal = (cents: number): string => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const cut = (text: string, max: number): string => (text.length > max ? text.slice(0, max).trimEnd() : text);

/** The alphabet has none of the letters that markup would need to escape. */
const transferXml = ({ endToEndId, cents, iban }: Transfer, holder: string, remittance: string): string =>
  `<CdtTrfTxInf><PmtId><EndToEndId>${endToEndId}</EndToEndId></PmtId>` +
  `<Amt><InstdAmt Ccy="EUR">${decimal(cents)}</InstdAmt></Amt>` +
  `<Cdtr><Nm>${cut(holder, NAME)}</Nm></Cdtr><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct>` +
  `<RmtInf><Ustrd>${cut(remittance, REMITTANCE)}</Ustrd></RmtInf></CdtTrfTxInf>\n`;

const agentXml = (bic: string | undefined): string =>
  bic === undefined ? '<Othr><Id>NOTPROVIDED</Id></Othr>' : `<BICFI>${bic}</BICFI>`;

const headXml = ({ messageId, createdAt, executionDay, payer, transfers }: PaymentFile, name: string): string => {
  const sum = decimal(transfers.reduce((total, { cents }) => total + cents, 0));
  const totals = `<NbOfTxs>${transfers.length}</NbOfTxs><CtrlSum>${sum}</CtrlSum>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>\n' +
    `<GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>${createdAt}</CreDtTm>${totals}<InitgPty><Nm>${name}</Nm></InitgPty></GrpHdr>\n` +
    `<PmtInf><PmtInfId>${messageId}-P1</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>${totals}` +
    '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>' +
    `<ReqdExctnDt><Dt>${executionDay}</Dt></ReqdExctnDt><Dbtr><Nm>${name}</Nm></Dbtr>` +
    `<DbtrAcct><Id><IBAN>${payer.iban}</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId>${agentXml(payer.bic)}</FinInstnId></DbtrAgt>` +
    '<ChrgBr>SLEV</ChrgBr>\n'
  );
};

/**
 * The file that a bank takes: pain.001.001.09 as the German banks restrict it (DK Anlage 3; domain rules 7.2). No
 * addresses: inside the SEPA area none is needed, and unstructured ones are forbidden since 2026-11-15. No purpose code.
 * Refused where a name is not written in Latin letters. Same input, same bytes.
 */
export const paymentFile = (file: PaymentFile): Result<string, 'holder-not-latin'> => {
  const payer = sepaText(file.payer.name);
  if (!payer.ok) return payer;
  const parts = [headXml(file, cut(payer.value, NAME))];
  for (const transfer of file.transfers) {
    const holder = sepaText(transfer.holder);
    const remittance = sepaText(transfer.remittance);
    if (!holder.ok || !remittance.ok) return refuse('holder-not-latin');
    parts.push(transferXml(transfer, holder.value, remittance.value));
  }
  parts.push('</PmtInf></CstmrCdtTrfInitn></Document>\n');
  return ok(parts.join(''));
};
