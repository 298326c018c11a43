/** What differs between places where the portal runs. */
export interface Settings {
  /** Address under which people reach the portal, without a slash at its end. */
  readonly publicUrl: string;
  /** Permanent name of the log; follows neither port nor address. */
  readonly ledgerOrigin: string;
  readonly version: string;
}
