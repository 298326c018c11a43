import { isDay } from '../../kernel/day.ts';
import { readIban } from '../../accounts/iban.ts';
import { isBankText, isReference } from '../../accounts/sepa-text.ts';
import { isTargetDay } from './target-day.ts';

/** One rule of the file that does not hold, and where: an id, or a field's name. */
export interface FileFinding {
  readonly rule:
    | 'form'
    | 'count'
    | 'sum'
    | 'twice'
    | 'reference'
    | 'iban'
    | 'fixed'
    | 'amount'
    | 'text'
    | 'address'
    | 'day';
  readonly at: string;
}

interface Block {
  readonly fields: Map<string, string[]>;
  readonly transfers: Map<string, string[]>[];
}

interface Parts {
  readonly head: Map<string, string[]>;
  readonly blocks: Block[];
}

const TAG = /<(\/?)([A-Za-z0-9]+)([^>]*)>([^<]*)/g;

const note = (fields: Map<string, string[]>, name: string, text: string): void => {
  const before = fields.get(name);
  if (before === undefined) fields.set(name, [text]);
  else before.push(text);
};

/** Every field by the names of its element and its parent, sorted into head, payment blocks and transfers. */
const partsOf = (xml: string): Parts => {
  const parts: Parts = { head: new Map(), blocks: [] };
  const open: string[] = [];
  for (const [, closing, name = '', attributes = '', text = ''] of xml.matchAll(TAG)) {
    if (closing === '/') {
      open.pop();
      continue;
    }
    if (name === 'PmtInf') parts.blocks.push({ fields: new Map(), transfers: [] });
    const block = parts.blocks.at(-1);
    if (name === 'CdtTrfTxInf') block?.transfers.push(new Map());
    const inTransfer = open.includes('CdtTrfTxInf') ? block?.transfers.at(-1) : undefined;
    const fields = inTransfer ?? block?.fields ?? parts.head;
    note(fields, `${open.at(-1) ?? ''}/${name}`, text.trim());
    if (attributes.includes('Ccy=')) note(fields, `${name}@Ccy`, attributes.replace(/.*Ccy="([^"]*)".*/, '$1'));
    if (!attributes.endsWith('/')) open.push(name);
  }
  return parts;
};

const only = (fields: ReadonlyMap<string, readonly string[]>, name: string): string => {
  const found = fields.get(name) ?? [];
  return found.length === 1 ? found[0]! : '';
};

const centsIn = (text: string): number => (/^\d{1,15}\.\d\d$/.test(text) ? Number(text.replace('.', '')) : Number.NaN);

const twiceIn = (ids: readonly string[]): FileFinding[] => {
  const seen = new Set<string>();
  return ids.flatMap((id) => (seen.size === seen.add(id).size ? [{ rule: 'twice' as const, at: id }] : []));
};

const idOf = (transfer: ReadonlyMap<string, readonly string[]>): string => only(transfer, 'PmtId/EndToEndId');

const totalsOf = (
  fields: ReadonlyMap<string, readonly string[]>,
  parent: string,
  transfers: Block['transfers'],
): FileFinding[] => {
  const sum = transfers.reduce((total, one) => total + centsIn(only(one, 'Amt/InstdAmt')), 0);
  return [
    ...(only(fields, `${parent}/NbOfTxs`) === String(transfers.length) ? [] : [{ rule: 'count' as const, at: parent }]),
    ...(centsIn(only(fields, `${parent}/CtrlSum`)) === sum ? [] : [{ rule: 'sum' as const, at: parent }]),
  ];
};

/** The lines of an address need town and country beside them; alone they are forbidden since 2026-11-15. */
const hasLooseAddress = (fields: ReadonlyMap<string, readonly string[]>): boolean =>
  fields.has('PstlAdr/AdrLine') && !(fields.has('PstlAdr/TwnNm') && fields.has('PstlAdr/Ctry'));

const isIban = (text: string): boolean => {
  const read = readIban(text);
  return read.ok && read.value === text;
};

const LARGEST = 99_999_999_999;

const ofTransfer = (transfer: ReadonlyMap<string, readonly string[]>): FileFinding[] => {
  const id = idOf(transfer);
  const amount = centsIn(only(transfer, 'Amt/InstdAmt'));
  const name = only(transfer, 'Cdtr/Nm');
  const remittance = only(transfer, 'RmtInf/Ustrd');
  const rules: readonly (readonly [FileFinding['rule'], boolean])[] = [
    ['reference', isReference(id)],
    ['iban', isIban(only(transfer, 'Id/IBAN'))],
    ['amount', amount >= 1 && amount <= LARGEST],
    ['fixed', only(transfer, 'InstdAmt@Ccy') === 'EUR'],
    ['text', name !== '' && name.length <= 70 && isBankText(name)],
    ['text', remittance.length <= 140 && isBankText(remittance)],
    ['address', !hasLooseAddress(transfer)],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => ({ rule, at: id }));
};

const FIXED: readonly (readonly [string, string])[] = [
  ['PmtInf/PmtMtd', 'TRF'],
  ['SvcLvl/Cd', 'SEPA'],
  ['PmtInf/ChrgBr', 'SLEV'],
];

const ofBlock = ({ fields, transfers }: Block): FileFinding[] => {
  const on = only(fields, 'ReqdExctnDt/Dt');
  return [
    ...FIXED.filter(([name, value]) => only(fields, name) !== value).map(([at]) => ({ rule: 'fixed' as const, at })),
    ...(isDay(on) && isTargetDay(on) ? [] : [{ rule: 'day' as const, at: on }]),
    ...(isIban(only(fields, 'Id/IBAN')) ? [] : [{ rule: 'iban' as const, at: 'DbtrAcct' }]),
    ...(isReference(only(fields, 'PmtInf/PmtInfId')) ? [] : [{ rule: 'reference' as const, at: 'PmtInfId' }]),
    ...(hasLooseAddress(fields) ? [{ rule: 'address' as const, at: 'Dbtr' }] : []),
    ...totalsOf(fields, 'PmtInf', transfers),
    ...transfers.flatMap(ofTransfer),
  ];
};

/**
 * What a schema does not find (trust.md, "Payment file"): counts and sums at both levels, ids, check digits, fixed codes,
 * alphabet, addresses, the day. Reads the text by itself and shares nothing with the writer but the rules of single fields.
 */
export const findingsInPaymentFile = (xml: string): FileFinding[] => {
  if (!/^<\?xml[^>]*>\s*<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain\.001\.001\.09">/.test(xml))
    return [{ rule: 'form', at: 'Document' }];
  const { head, blocks } = partsOf(xml);
  const transfers = blocks.flatMap((block) => block.transfers);
  const messageId = only(head, 'GrpHdr/MsgId');
  return [
    ...(transfers.length > 0 ? [] : [{ rule: 'form' as const, at: 'CdtTrfTxInf' }]),
    ...(isReference(messageId) ? [] : [{ rule: 'reference' as const, at: 'MsgId' }]),
    ...totalsOf(head, 'GrpHdr', transfers),
    ...twiceIn([messageId, ...blocks.map(({ fields }) => only(fields, 'PmtInf/PmtInfId'))]),
    ...twiceIn(transfers.map(idOf)),
    ...blocks.flatMap(ofBlock),
  ];
};
