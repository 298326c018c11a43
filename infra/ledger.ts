import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { closedBucket, FORGET_OLD_VERSIONS } from './bucket.ts';
import {
  commitToTable,
  listFiles,
  readFiles,
  readPublicKey,
  readTable,
  removeFiles,
  removeFrom,
  signCheckpoints,
  useDataKey,
  writeFiles,
} from './grants.ts';
import { ERASABLE } from './partitions.ts';
import { type CodeOf, PortalFunction } from './portal-function.ts';
import type { Storage } from './storage.ts';

export interface LedgerProps {
  readonly storage: Storage;
  readonly code: CodeOf;
  readonly environment: Readonly<Record<string, string>>;
}

/** The public log: its files, its key, and the one function that may sign (architecture, "The public ledger"). */
export class Ledger extends Construct {
  /** Tiles, entries, disclosures, checkpoint, open data. Public, but only through the CDN. */
  readonly files: IBucket;
  readonly signingKey: Key;
  readonly sequencer: PortalFunction;

  constructor(scope: Construct, id: string, props: LedgerProps) {
    super(scope, id);
    this.signingKey = this.makeSigningKey();
    this.files = this.makeFiles(props.storage);
    this.sequencer = this.makeSequencer(props);
  }

  /** Where the published files lie, for whoever reads or writes them. */
  get environment(): Record<string, string> {
    return { LEDGER_BUCKET: this.files.bucketName, LEDGER_HOST: this.files.bucketRegionalDomainName };
  }

  /** Ed25519, as the log's format asks. It cannot be rotated: its public half is the log's identity. */
  private makeSigningKey(): Key {
    return new Key(this, 'SigningKey', {
      description: 'Anteil: signs the checkpoints of the public ledger',
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /**
   * Untrusted storage: whoever changes it makes verification fail and nothing else. Not locked, since an erased disclosure
   * must really go: its old versions end after 90 days, within which a mistaken deletion can be taken back.
   */
  private makeFiles(storage: Storage): IBucket {
    return closedBucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      lifecycleRules: [FORGET_OLD_VERSIONS],
      serverAccessLogsBucket: storage.accessLogs,
      serverAccessLogsPrefix: 'ledger/',
    });
  }

  private makeSequencer({ storage, code, environment }: LedgerProps): PortalFunction {
    return new PortalFunction(this, 'Sequencer', {
      entry: 'sequencer',
      code,
      description: 'Anteil: takes queued entries into the log and signs its checkpoint',
      memoryMb: 1024,
      timeout: Duration.seconds(50),
      environment: {
        ...environment,
        ...this.environment,
        SIGNING_KEY: this.signingKey.keyArn,
      },
      objects: [{ bucket: this.files }],
      // One works; the others begin while it ends, find its work done, and go.
      reserved: 5,
      rights: [
        readTable(storage.table),
        commitToTable(storage.table),
        removeFrom(storage.table, ERASABLE.sequencer),
        useDataKey(storage.dataKey),
        readFiles({ bucket: this.files }),
        listFiles(this.files),
        writeFiles({ bucket: this.files }),
        removeFiles(this.files),
        signCheckpoints(this.signingKey),
        readPublicKey(this.signingKey),
      ],
    });
  }
}
