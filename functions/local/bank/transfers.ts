/** One transfer of a payment file, as a bank reads it. Text stands as in the file, with its references. */
export interface Transfer {
  readonly endToEndId: string;
  readonly name: string;
  readonly iban: string;
  readonly cents: number;
  readonly purpose: string;
}

const textIn = (block: string, pattern: RegExp): string => pattern.exec(block)?.[1] ?? '';

const centsOf = (amount: string): number => {
  const [euros = '0', fraction = ''] = amount.split('.');
  return Number(euros) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
};

/** The transfers of a file that the portal made (pain.001.001.09); a real bank reads others too. */
export const transfersIn = (file: string): Transfer[] =>
  file
    .split('<CdtTrfTxInf>')
    .slice(1)
    .map((block) => ({
      endToEndId: textIn(block, /<EndToEndId>([^<]*)</),
      name: textIn(block, /<Cdtr><Nm>([^<]*)</),
      iban: textIn(block, /<CdtrAcct><Id><IBAN>([^<]*)</),
      cents: centsOf(textIn(block, /<InstdAmt Ccy="EUR">([^<]*)</)),
      purpose: textIn(block, /<Ustrd>([^<]*)</),
    }));
