const LINES = (title: string): readonly string[] => [
  `Platzhalter: ${title}`,
  'Dies sind NICHT die Allgemeinen Nebenbestimmungen.',
  'Diese Datei geh\\366rt zur Demonstration und hat keinen rechtlichen Inhalt.',
  'F\\374r echte Bescheide hinterlegt die Beh\\366rde hier den amtlichen Text.',
];

const page = (title: string): string =>
  LINES(title)
    .map((line, index) => `BT /F1 ${index === 0 ? 16 : 11} Tf 72 ${760 - index * 28} Td (${line}) Tj ET`)
    .join('\n');

/** One page that says plainly what it is not; the same bytes for the same title. The demo city attaches it to its notices. */
export const placeholderAnnex = (title: string): Uint8Array => {
  const content = page(title);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
};
