/**
 * A spreadsheet takes a cell that begins so for a formula; some take full-width signs for the plain ones. An apostrophe before it makes it text; one that was there
 * is doubled, so that reading gives back exactly what was written.
 */
const escapeFormula = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

export const unescapeFormula = (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text);

/** A byte order mark, by which spreadsheets know UTF-8. */
export const MARK = '\uFEFF';

const quoted = (text: string): string => `"${escapeFormula(text).replaceAll('"', '""')}"`;

/** One line as in RFC 4180, in the dialect of the city: `;` separated, all cells quoted. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`;
