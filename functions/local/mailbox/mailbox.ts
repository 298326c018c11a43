import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { messageFrom, type Message } from './message.ts';

const MAX_BYTES = 1024 * 1024;
const NAME = /^[0-9a-f]{40}$/;

export interface Letter extends Message {
  /** Its name on the pages and in the folder. */
  readonly name: string;
}

/** What was delivered: one file a message, named after its Message-ID, so that a repetition replaces what it repeats. */
export interface Mailbox {
  /** Newest first. */
  letters(): Promise<Letter[]>;
  letter(name: string): Promise<Letter | undefined>;
}

export const mailboxIn = (folder: string): Mailbox => {
  const letter = async (name: string): Promise<Letter | undefined> => {
    if (!NAME.test(name)) return undefined;
    try {
      return { name, ...messageFrom(await readFile(join(folder, `${name}.eml`))) };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw cause;
    }
  };
  return {
    letter,
    letters: async () => {
      const names = (await readdir(folder)).filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -4));
      const timed = await Promise.all(
        names.map(async (name) => ({ name, at: (await stat(join(folder, `${name}.eml`))).mtimeMs })),
      );
      const read = await Promise.all(timed.sort((a, b) => b.at - a.at).map(({ name }) => letter(name)));
      return read.filter((found) => found !== undefined);
    },
  };
};

const keep = async (folder: string, bytes: Buffer): Promise<void> => {
  const [, id] = /^message-id:\s*(\S+)/im.exec(bytes.subarray(0, 20_000).toString('latin1')) ?? [];
  const name = createHash('sha256')
    .update(id ?? bytes)
    .digest('hex')
    .slice(0, 40);
  // The same mail may come twice at once, from the stream and from the sweep.
  const draft = join(folder, `${name}.${randomUUID()}.unfinished`);
  await writeFile(draft, bytes, { flush: true });
  await rename(draft, join(folder, `${name}.eml`));
};

const receive = async (folder: string, stream: AsyncIterable<Buffer>): Promise<void> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BYTES) throw Object.assign(new Error('message too large'), { responseCode: 552 });
  await keep(folder, Buffer.concat(chunks));
};

/** A mail server for this machine only, which takes everything and sends nothing on. */
export const startMailServer = async (folder: string): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    logger: false,
    onData: (stream, _session, done) => callbackify(receive)(folder, stream, done),
  });
  // A client that breaks off is no event of ours.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  return { port: address.port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
};
