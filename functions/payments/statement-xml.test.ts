import { describe, expect, test } from 'vitest';
import { readStatement } from './read-statement.ts';
import { statementXml } from './statement.fixture.ts';

const IBAN = 'DE89370400440532013000';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) => readStatement(typeof text === 'string' ? bytesOf(text) : text, IBAN);
const entriesIn = (text: string | Uint8Array) => {
  const result = read(text);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.entries;
};
const refusalOf = (text: string): string | undefined => {
  const result = read(text);
  return result.ok ? undefined : result.refusal;
};
/** Milliseconds of processor time, the best of three: others work on this machine too. */
const quickest = (work: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage();
      work();
      return process.cpuUsage(before).user / 1000;
    }),
  );
const MOVEMENT = { endToEndId: 'A26-000001', amount: '20.00' };
const good = statementXml(IBAN, [MOVEMENT]);

describe('what is no statement', () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const dtd = (inside: string) => good.replace('<Document', `<!DOCTYPE ${inside}><Document`);
  test.each([
    ['a document type', dtd('Document SYSTEM "http://evil.example/x.dtd"'), 'statement-dtd'],
    ['an external entity', dtd('d [<!ENTITY x SYSTEM "file:///etc/passwd">]'), 'statement-dtd'],
    ['billion laughs', dtd(`d [<!ENTITY l0 "ha">${laughs}]`), 'statement-dtd'],
    ['ten thousand levels', good.replace('<Stmt>', '<a>'.repeat(10_000)), 'statement-form'],
    ['another document', '<?xml version="1.0"?><html xmlns="x"></html>', 'statement-form'],
    ['a payment file', good.replace('camt.053.001.08', 'pain.001.001.09'), 'statement-form'],
    ['an older version', good.replace('camt.053.001.08', 'camt.053.001.02'), 'statement-form'],
    ['half a document', good.slice(0, good.length / 2), 'statement-form'],
    ['nothing', '', 'statement-form'],
    ['another account', good.replace(IBAN, 'DE38469138101051802512'), 'other-account'],
    ['another currency', good.replaceAll('EUR', 'CHF'), 'other-currency'],
  ])('%s is refused', (_, xml, refusal) => expect(refusalOf(xml)).toBe(refusal));

  test('tags in comments and CDATA are text: neither depth nor document type', () => {
    const aside = `<!-- ${'<a>'.repeat(100)} <!DOCTYPE x> --><Stmt>`;
    const xml = good
      .replace('<Stmt>', aside)
      .replace('</TxDtls>', `<RmtInf><Ustrd><![CDATA[${'<b>'.repeat(60)} &amp; <!ENTITY]]></Ustrd></RmtInf></TxDtls>`);
    expect(entriesIn(xml)).toMatchObject([{ remittance: expect.stringContaining('&amp;  !ENTITY') as string }]);
  });

  test('refusing takes no longer the more cunning the file is', () => {
    const size = 100_000;
    const made = [
      '<'.repeat(size),
      '<a '.repeat(size / 3),
      '<a'.repeat(size / 2),
      '<!--'.repeat(size / 4),
      `<Document ${'xmlns '.repeat(size / 6)}`,
      `<Document ${'xmlns:'.repeat(size / 6)}>`,
      `<Document ${'a="'.repeat(size / 3)}>`,
      `<D a='${'"'.repeat(size)}>`,
      '<![CDATA['.repeat(size / 9),
      '<?'.repeat(size / 2),
      `<?xml ${'encoding '.repeat(size / 9)}`,
      '&#1'.repeat(size / 3),
      good.replace('20.00', '0'.repeat(size)),
      good.replace('A26-000001', '&#38;'.repeat(size / 5)),
    ];
    for (const xml of made)
      expect(
        quickest(() => read(xml)),
        xml.slice(0, 20),
      ).toBeLessThan(50);
  });
});

describe('encodings are those that the file declares', () => {
  const named = (encoding: string) =>
    statementXml(IBAN, [MOVEMENT])
      .replace('UTF-8', encoding)
      .replace('</TxDtls>', '<RmtInf><Ustrd>Rückzahlung Müller</Ustrd></RmtInf></TxDtls>');
  const remittanceOf = (bytes: Uint8Array) => entriesIn(bytes).map(({ remittance }) => remittance);

  test.each(['ISO-8859-1', 'iso-8859-15', 'Windows-1252'])('%s', (encoding) =>
    expect(remittanceOf(Buffer.from(named(encoding), 'latin1'))).toEqual(['Rückzahlung Müller']),
  );
  test('UTF-16 with its mark, in either order', () => {
    const little = Buffer.from(`\uFEFF${named('UTF-16')}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect([remittanceOf(little), remittanceOf(big)]).toEqual([['Rückzahlung Müller'], ['Rückzahlung Müller']]);
  });
  test.each([
    ['EBCDIC-CP-US', bytesOf(named('EBCDIC-CP-US'))],
    ['UTF-8', Buffer.from(named('UTF-8'), 'latin1')],
    ['UTF-16', bytesOf(named('UTF-16'))],
  ])('%s that is unknown or untrue is refused by its name', (encoding, bytes) =>
    expect(read(bytes)).toMatchObject({ refusal: 'statement-encoding', values: { encoding } }),
  );
  test('letters by number are read, once', () => {
    const xml = named('UTF-8').replace('Rückzahlung Müller', 'R&#252;ck M&#xFC;ller &amp;#252; &gt; &#0;');
    expect(entriesIn(xml)).toMatchObject([{ remittance: 'Rück Müller &#252; > \uFFFD' }]);
  });
});
