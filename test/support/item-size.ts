const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Two digits take a byte, and the number itself one more. */
const numberSize = (value: number): number => Math.ceil(String(Math.abs(value)).replace(/\D/g, '').length / 2) + 1;

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return numberSize(value);
  if (value === null || typeof value === 'boolean') return 1;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + sizeOf(one), 3);
  if (typeof value === 'object')
    return 3 + fieldsOf(value).reduce((sum, [name, one]) => sum + 1 + utf8(name) + sizeOf(one), 0);
  throw new TypeError(`No row holds a ${typeof value}`);
};

const fieldsOf = (value: object): [string, unknown][] => Object.entries(value).filter(([, one]) => one !== undefined);

/** Bytes of an item as DynamoDB counts them ("DynamoDB item sizes and formats"): names and values, lists and maps with their own 3. */
export const itemSize = (row: object | undefined): number =>
  row === undefined ? 0 : fieldsOf(row).reduce((sum, [name, value]) => sum + utf8(name) + sizeOf(value), 0);
