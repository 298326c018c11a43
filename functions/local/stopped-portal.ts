import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { systemClock } from '../kernel/clock.ts';
import { folderFiles } from '../kernel/files.folder.ts';
import type { Files } from '../kernel/files.ts';
import { dynamoJournal } from '../kernel/journal.dynamo.ts';
import type { Journal, Row } from '../kernel/journal.ts';
import { CannotStart } from './cannot-start.ts';
import { usedDataFolder, type DataFolder } from './data-folder.ts';
import { roomIn } from './disk.ts';
import { startDynamoDb } from './dynamodb.ts';
import { keptJournal } from './kept-journal.ts';
import { runningIn } from './running.ts';
import { localClient, TABLE } from './table.ts';

/** The table and the files of a portal that does not run, for as long as a command looks at them. */
export interface StoppedPortal extends AsyncDisposable {
  readonly folder: DataFolder;
  readonly journal: Journal;
  readonly files: Files;
  /** The whole table, in the order of its keys. */
  rows(): Promise<Row[]>;
}

/** @throws CannotStart while a portal runs on the folder, or where none ever ran */
export const mustBeStopped = (folder: string): DataFolder => {
  const running = runningIn(folder);
  if (running !== undefined)
    throw new CannotStart(
      `The portal is running (process ${running.pid}): end it with Ctrl-C first, since only then everything is in its files. Nothing was changed.`,
    );
  const used = usedDataFolder(folder);
  if (used === undefined)
    throw new CannotStart(`There is no portal in ${folder}: set DATA_DIR to the folder of one. Nothing was changed.`);
  return used;
};

const byKey = (a: Row, b: Row): number => (`${a.pk}\u0000${a.sk}` < `${b.pk}\u0000${b.sk}` ? -1 : 1);

/** @throws CannotStart while a portal runs on the folder, or where none ever ran */
export const stoppedPortal = async (path: string): Promise<StoppedPortal> => {
  const folder = mustBeStopped(path);
  const database = await startDynamoDb({ folder: folder.database });
  const client = localClient(database.endpoint, folder.databaseKey);
  const documents = DynamoDBDocumentClient.from(client);
  const link = { publicUrl: 'http://localhost', secret: folder.linkSecret, clock: systemClock };
  return {
    folder,
    journal: keptJournal(dynamoJournal({ client, table: TABLE }), roomIn(folder.root)),
    files: folderFiles({ folder: folder.files, ...link }),
    rows: async () => {
      const rows: Row[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const scan = new ScanCommand({
          TableName: TABLE,
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        });
        const answer = await documents.send(scan);
        rows.push(...((answer.Items ?? []) as Row[]));
        from = answer.LastEvaluatedKey;
      } while (from !== undefined);
      return rows.sort(byKey);
    },
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await database.stop();
    },
  };
};
