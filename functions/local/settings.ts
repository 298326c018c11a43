import { CannotStart } from './cannot-start.ts';

/** What the environment says about this local city (README, "Environment"). */
export interface CitySettings {
  /** 0 takes any free one. */
  readonly port: number;
  readonly folder: string;
  /** Without a slash at its end; undefined is this machine at the port. */
  readonly publicUrl: string | undefined;
  readonly ledgerOrigin: string;
  readonly demo: boolean;
}

const portFrom = (text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new CannotStart(`PORT is "${text}", which is no port: set it to a number from 1 to 65535, or leave it out.`);
  return port;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const addressFrom = (text: string): string => {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const isRoot = address?.pathname === '/' && address.search === '' && address.hash === '';
  const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && LOOPBACK.has(address.hostname));
  if (address === undefined || !isRoot || !isSafe)
    throw new CannotStart(
      `PUBLIC_URL is "${text}": set it to an address like https://portal.example without a path (plain http only for localhost), or leave it out.`,
    );
  return address.origin;
};

const set = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** @throws CannotStart for what no portal can be started with */
export const settingsFrom = (environment: Readonly<Record<string, string | undefined>>): CitySettings => {
  const address = set(environment['PUBLIC_URL']);
  return {
    port: portFrom(set(environment['PORT']) ?? '3000'),
    folder: set(environment['DATA_DIR']) ?? '.data',
    publicUrl: address === undefined ? undefined : addressFrom(address),
    ledgerOrigin: set(environment['LEDGER_ORIGIN']) ?? 'anteil.local/ledger',
    demo: environment['DEMO']?.toLowerCase() !== 'off',
  };
};
