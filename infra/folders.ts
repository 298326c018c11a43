import type { IBucket } from 'aws-cdk-lib/aws-s3';

/**
 * Folders of the documents bucket, by who reads and writes there. Bank files are made, read and written by one function alone;
 * what is not named here is out of reach, also for code that goes astray.
 */
export const FOLDERS = {
  /** Notices that were opened. */
  api: { reads: ['notices'], writes: [] },
  /** Receipts of claims, papers of sittings. */
  boards: { reads: ['receipts', 'papers'], writes: ['receipts', 'papers'] },
  /** Files for the bank, and what the bank says. */
  payments: { reads: ['payments', 'statements'], writes: ['payments', 'statements'] },
  /** What is set for people and for the cash office. */
  notices: {
    reads: ['notices', 'yearly-statements', 'order-lists'],
    writes: ['notices', 'yearly-statements', 'order-lists'],
  },
  /** Whether the bytes of a notice are there, and movements that wait to be booked. */
  reactions: { reads: ['notices', 'statements'], writes: [] },
} as const;

/** Objects of one bucket: all of them, or those in some of its folders. */
export interface Objects {
  readonly bucket: IBucket;
  readonly folders?: readonly string[];
}

/** As they stand behind the bucket's name. */
export const patternsOf = ({ folders }: Objects): string[] =>
  folders === undefined ? ['*'] : folders.map((folder) => `${folder}/*`);
