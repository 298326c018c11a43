import { join } from 'node:path';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { systemClock } from '../kernel/clock.ts';
import { folderFiles } from '../kernel/files.folder.ts';
import { dynamoJournal } from '../kernel/journal.dynamo.ts';
import type { NoteEvent } from '../kernel/security-log.ts';
import { smtpMailer } from '../kernel/mail.smtp.ts';
import { localSigner } from '../ledger/signer.local.ts';
import { clockComplaint } from './clock-check.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { FIRST_PEOPLE, PEOPLE } from './demo/people.ts';
import { seedBoard } from './demo/seed-board.ts';
import { seedAccounts } from './demo/seed-accounts.ts';
import { seedCity } from './demo/seed-city.ts';
import { seedPeople } from './demo/seed.ts';
import { filesWithRoom, mustHaveRoomToStart, roomIn } from './disk.ts';
import { openDoors, type Doors } from './doors.ts';
import { startDynamoDb } from './dynamodb.ts';
import { publicRoutes, signedRoutes } from './files/routes.ts';
import { expireUploads, localUploads, uploadRoutes } from './files/uploads.ts';
import { frontOf } from './front.ts';
import { localIdentity } from './identity/identity.ts';
import { keptJournal } from './kept-journal.ts';
import { demoBank } from './bank/bank.ts';
import { bankRoutes } from './bank/routes.ts';
import { mailboxIn, startMailServer } from './mailbox/mailbox.ts';
import { mailboxRoutes } from './mailbox/routes.ts';
import { portalOf, ringsSequencer, type Ground, type Portal } from './portal.ts';
import { repeat } from './repeat.ts';
import { announce, withdraw } from './running.ts';
import type { CitySettings } from './settings.ts';
import { readStream } from './stream/stream.ts';
import { createTable, localClient, localCredentials, TABLE } from './table.ts';
import { removeUnfinished } from './unfinished.ts';
import { webRoutes } from './web.ts';

const SWEEP_SECONDS = 30;
const SEQUENCE_SECONDS = 10;
/** So long does a start wait for the ledger at most. */
const FIRST_SECONDS = 5;
/** Daily work may run at any time: here each hour, since a city on a desk seldom runs for a day. */
const DAILY_SECONDS = 3600;
const EXPIRE_SECONDS = 60 * 60;

export interface City {
  readonly publicUrl: string;
  /** Where everything is kept. */
  readonly folder: string;
  /** Resolves with a sentence if a part of the city ends by itself. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
}

export interface Around {
  readonly version: string;
  /** The built pages. */
  readonly web: string;
  readonly report: (what: string, error: unknown) => void;
  /** What is no fault, but should be seen by whoever runs the city. */
  readonly warn: (what: string) => void;
  /** Writes the security log. */
  readonly note?: NoteEvent;
}

interface Site {
  readonly settings: CitySettings;
  readonly around: Around;
  readonly folder: DataFolder;
  readonly doors: Doors;
  readonly publicUrl: string;
  /** Stops what was started, the last first. */
  readonly stack: AsyncDisposableStack;
}

const startDatabase = async ({ folder, stack, around }: Site) => {
  const database = await startDynamoDb({
    folder: folder.database,
    said: (line) => around.warn(`The database says: ${line}`),
  });
  stack.defer(() => database.stop());
  const client = localClient(database.endpoint, folder.databaseKey);
  stack.defer(() => client.destroy());
  await createTable(client, TABLE);
  return { ...database, client };
};

const startMail = async ({ folder, stack }: Site) => {
  const server = await startMailServer(folder.mail);
  stack.defer(() => server.stop());
  return smtpMailer({ host: '127.0.0.1', port: server.port, from: 'Anteil <portal@anteil.example>' });
};

const layGround = async (site: Site, client: DynamoDBClient) => {
  const { folder, publicUrl, settings, around, doors } = site;
  const clock = systemClock;
  const people = settings.demo ? PEOPLE : FIRST_PEOPLE;
  const [identity, signer, mailer] = await Promise.all([
    localIdentity({ publicUrl, port: doors.port, folder: folder.identity, people }),
    localSigner({ folder: folder.ledgerKey, origin: settings.ledgerOrigin }),
    startMail(site),
  ]);
  const room = roomIn(folder.root);
  const stored = folderFiles({ folder: folder.files, publicUrl, secret: folder.linkSecret, clock });
  const files = filesWithRoom(stored, room);
  const ground: Ground = {
    journal: keptJournal(dynamoJournal({ client, table: TABLE }), room),
    files,
    hasRoom: room.hasRoom,
    uploads: localUploads({ files, publicUrl, secret: folder.linkSecret, clock }),
    clock,
    mailer,
    signer,
    issuer: identity.issuer,
    settings: { publicUrl, ledgerOrigin: settings.ledgerOrigin, version: around.version },
    report: around.report,
    ...(around.note && { note: around.note }),
  };
  await seedPeople(ground, people);
  if (settings.demo) {
    await seedCity(ground);
    await seedBoard(ground);
    await seedAccounts(ground);
  }
  return { ground, identity };
};

const openForAll = ({ folder, doors, around, publicUrl }: Site, portal: Portal, ground: Ground, identity: Identity) => {
  const { files, clock } = ground;
  const parts = {
    identity: identity.routes,
    mailbox: mailboxRoutes(mailboxIn(folder.mail)),
    bank: bankRoutes(demoBank({ ...ground, folder: join(folder.root, 'bank') }), publicUrl),
    signed: signedRoutes({ files, clock, secret: folder.linkSecret }),
    uploads: uploadRoutes({ files, publicUrl, clock, secret: folder.linkSecret }),
    published: publicRoutes(files),
    web: webRoutes(around.web),
  };
  doors.answerWith(
    frontOf(
      {
        api: portal.api,
        identity: (request, node) => parts.identity.fetch(request, node),
        mailbox: (request) => parts.mailbox.fetch(request),
        bank: (request) => parts.bank.fetch(request),
        signed: (request) => parts.signed.fetch(request),
        uploads: (request) => parts.uploads.fetch(request),
        published: (request) => parts.published.fetch(request),
        web: (request) => parts.web.fetch(request),
      },
      publicUrl,
    ),
  );
};

type Identity = Awaited<ReturnType<typeof localIdentity>>;

/** What happens without anyone asking: reactions by the stream, the sweep, the sequencer. */
const setInMotion = async (site: Site, portal: Portal, database: { client: DynamoDBClient; endpoint: string }) => {
  const { stack, folder, around } = site;
  const reporting = (what: string) => (error: unknown) => around.report(what, error);
  const { Table } = await database.client.send(new DescribeTableCommand({ TableName: TABLE }));
  if (Table?.LatestStreamArn === undefined) throw new Error('The table has no stream');

  const sequencer = repeat(portal.sequence, { seconds: SEQUENCE_SECONDS, report: reporting('The sequencer failed') });
  stack.defer(() => sequencer.stop());
  const sweeper = repeat(portal.sweep, { seconds: SWEEP_SECONDS, report: reporting('The sweep failed') });
  stack.defer(() => sweeper.stop());
  const daily = repeat(portal.daily, { seconds: DAILY_SECONDS, report: reporting('The daily work failed') });
  stack.defer(() => daily.stop());
  const expiry = repeat(() => expireUploads(folder.files, systemClock.now()), {
    seconds: EXPIRE_SECONDS,
    report: reporting('Old uploads stay'),
  });
  stack.defer(() => expiry.stop());
  const streams = new DynamoDBStreamsClient({ endpoint: database.endpoint, ...localCredentials(folder.databaseKey) });
  const stream = readStream({
    client: streams,
    arn: Table.LatestStreamArn,
    checkpointFile: folder.streamCheckpoint,
    report: reporting('A reaction failed'),
    handler: async (event) => {
      if (ringsSequencer(event)) sequencer.wake();
      return portal.stream(event);
    },
  });
  stack.defer(() => stream.stop());
  // What a killed city left open is taken up at once.
  sweeper.wake();
  daily.wake();
  sequencer.wake();
  expiry.wake();
  // A new ledger answers too before the city says that it is ready; with a long queue it goes on beside the doors.
  await sequencer.settled(FIRST_SECONDS);
};

const untilHealthy = async ({ port }: Doors): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
  if (!answer.ok) throw new Error(`The portal is not well: ${await answer.text()}`);
};

const build = async (site: Site): Promise<City> => {
  const { settings, folder, doors, publicUrl, stack } = site;
  const database = await startDatabase(site);
  // Nobody else writes here from now on.
  await Promise.all([removeUnfinished(folder.files), removeUnfinished(folder.mail)]);
  const complaint = clockComplaint(folder.streamCheckpoint, new Date());
  if (complaint !== undefined) site.around.warn(complaint);
  const { ground, identity } = await layGround(site, database.client);
  const portal = portalOf(ground);
  openForAll(site, portal, ground, identity);
  await setInMotion(site, portal, database);
  await untilHealthy(doors);
  announce(folder.root, {
    pid: process.pid,
    port: doors.port,
    publicUrl,
    dynamodb: database.endpoint,
    databaseKey: folder.databaseKey,
    table: TABLE,
    ledgerOrigin: settings.ledgerOrigin,
  });
  stack.defer(() => withdraw(folder.root));
  // Ends first: what was begun is answered while everything behind it still runs.
  stack.defer(() => doors.drain(({ url }) => new URL(url).pathname.startsWith('/identity/')));
  const broken = database.ended.then(
    () => 'The local database ended by itself: start the portal again, everything acknowledged is kept.',
  );
  return { publicUrl, folder: folder.root, broken, stop: () => stack.disposeAsync() };
};

/**
 * Starts the whole portal with its fictional city in this process and answers when every part does.
 * @throws CannotStart with a sentence for people
 */
export const startCity = async (settings: CitySettings, around: Around): Promise<City> => {
  await using stack = new AsyncDisposableStack();
  const folder = openDataFolder(settings.folder);
  await mustHaveRoomToStart(folder.root);
  const doors = await openDoors({ port: settings.port, toAll: settings.publicUrl !== undefined });
  stack.defer(() => doors.close());
  const publicUrl = settings.publicUrl ?? `http://localhost:${doors.port}`;
  const site: Site = { settings, around, folder, doors, publicUrl, stack };
  const city = await build(site);
  // From here on the city itself stops what runs.
  const kept = stack.move();
  return { ...city, stop: () => kept.disposeAsync() };
};
