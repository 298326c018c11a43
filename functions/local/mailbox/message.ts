/** A received message, as its page shows it. */
export interface Message {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly language: string;
  readonly text: string;
}

const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll(/=[ \t]*\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const decoded = (bytes: Buffer, charset: string): string => {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
};

const WORD = /=\?([^?*]+)(?:\*[^?]*)?\?([BQ])\?([^?]*)\?=/gi;

/** RFC 2047: `=?UTF-8?Q?F=C3=B6rderung?=`; blanks between two encoded words are no part of the text. */
const words = (value: string): string =>
  value
    .replaceAll(/(\?=)\s+(=\?)/g, '$1$2')
    .replaceAll(WORD, (_, charset: string, encoding: string, text: string) =>
      decoded(
        encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : fromQuotedPrintable(text.replaceAll('_', ' ')),
        charset,
      ),
    );

const headersOf = (head: string): Map<string, string> => {
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split(/\r?\n/).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
};

const bodyOf = (raw: string, headers: Map<string, string>): string => {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? [];
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return decoded(Buffer.from(raw, 'base64'), charset);
  if (encoding === 'quoted-printable') return decoded(fromQuotedPrintable(raw), charset);
  return decoded(Buffer.from(raw, 'latin1'), charset);
};

/** Reads one plain-text message (RFC 5322), which is all that the portal sends. */
export const messageFrom = (bytes: Uint8Array): Message => {
  const raw = Buffer.from(bytes).toString('latin1');
  const [, head = raw, body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  const headers = headersOf(head);
  const header = (name: string): string => words(headers.get(name) ?? '');
  return {
    to: header('to'),
    from: header('from'),
    subject: header('subject'),
    date: header('date'),
    language: header('content-language') || 'de',
    text: bodyOf(body, headers).replaceAll('\r\n', '\n').trimEnd(),
  };
};
