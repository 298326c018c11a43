/** A received message, as its page shows it. */
export interface Message {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly language: string;
  readonly text: string;
  /** The files that came with it, as text. */
  readonly attachments: readonly { readonly name: string; readonly text: string }[];
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

interface Part {
  readonly headers: Map<string, string>;
  readonly raw: string;
}

const partOf = (raw: string): Part => {
  const [, head = raw, body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  return { headers: headersOf(head), raw: body };
};

/** The parts of a message with attachments (RFC 2046, one level), or the message itself. */
const partsOf = (whole: Part): Part[] => {
  const type = whole.headers.get('content-type') ?? '';
  const [, boundary] = /^multipart\/mixed;.*?boundary="?([^";]+)/i.exec(type) ?? [];
  if (boundary === undefined) return [whole];
  const [, ...parts] = `\r\n${whole.raw}`.split(`\r\n--${boundary}`);
  return parts.slice(0, -1).map((part) => partOf(part.replace(/^\r\n/, '')));
};

const nameOf = ({ headers }: Part): string =>
  words(/filename="?([^";]+)/i.exec(headers.get('content-disposition') ?? '')?.[1] ?? '');

/** Reads one plain-text message with its attachments (RFC 5322), which is all that the portal sends. */
export const messageFrom = (bytes: Uint8Array): Message => {
  const whole = partOf(Buffer.from(bytes).toString('latin1'));
  const [first = whole, ...others] = partsOf(whole);
  const header = (name: string): string => words(whole.headers.get(name) ?? '');
  return {
    to: header('to'),
    from: header('from'),
    subject: header('subject'),
    date: header('date'),
    language: header('content-language') || 'de',
    text: bodyOf(first.raw, first.headers).replaceAll('\r\n', '\n').trimEnd(),
    attachments: others.map((part) => ({ name: nameOf(part), text: bodyOf(part.raw, part.headers) })),
  };
};
