/** One movement of a made-up statement. */
export interface Movement {
  readonly endToEndId?: string;
  readonly amount: string;
  readonly returned?: string;
  readonly credit?: true;
  readonly status?: string;
  readonly reference?: string;
  /** The account servicer's own reference of the entry. */
  readonly bankReference?: string;
  readonly iban?: string;
  readonly on?: string;
}

const detailXml = ({ endToEndId, amount, returned, credit, iban }: Movement): string =>
  `<TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt>` +
  `<CdtDbtInd>${credit === true || returned !== undefined ? 'CRDT' : 'DBIT'}</CdtDbtInd>` +
  (iban === undefined ? '' : `<RltdPties><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct></RltdPties>`) +
  (returned === undefined ? '' : `<RtrInf><Rsn><Cd>${returned}</Cd></Rsn></RtrInf>`) +
  '</TxDtls>';

const entryXml = (movement: Movement): string => {
  const { amount, returned, credit, status = 'BOOK', reference, bankReference, on = '2026-11-25' } = movement;
  const family = returned === undefined ? 'ESCT' : 'RRTN';
  return (
    `<Ntry>${reference === undefined ? '' : `<NtryRef>${reference}</NtryRef>`}<Amt Ccy="EUR">${amount}</Amt>` +
    `<CdtDbtInd>${credit === true || returned !== undefined ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>` +
    `<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>` +
    (bankReference === undefined ? '' : `<AcctSvcrRef>${bankReference}</AcctSvcrRef>`) +
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${family}</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls>${detailXml(movement)}</NtryDtls></Ntry>`
  );
};

/** What a statement may say beside its movements. */
export interface Around {
  readonly number?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly on?: string;
}

const balanceXml = (kind: string, amount: string, on: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
  `<Dt><Dt>${on}</Dt></Dt></Bal>`;

/** A statement as a bank sends it, for tests. */
export const statementXml = (
  iban: string,
  movements: readonly Movement[],
  id = 'S-1',
  { number, opening = '1000.00', closing, on = '2026-11-25' }: Around = {},
): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>' +
  '<GrpHdr><MsgId>STMT</MsgId><CreDtTm>2026-11-26T06:00:00+01:00</CreDtTm></GrpHdr>' +
  `<Stmt><Id>${id}</Id>${number === undefined ? '' : `<ElctrncSeqNb>${number}</ElctrncSeqNb>`}` +
  `<CreDtTm>2026-11-26T06:00:00+01:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
  balanceXml('OPBD', opening, on) +
  (closing === undefined ? '' : balanceXml('CLBD', closing, on)) +
  `${movements.map(entryXml).join('\n')}</Stmt></BkToCstmrStmt></Document>`;
