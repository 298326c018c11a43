import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stand-ins for the cloud's services beside the table, spoken to by the real SDK over HTTP. */
export interface Cloud {
  /** Objects by `<bucket>/<path>`. */
  readonly objects: Map<string, Buffer>;
  /** Mails as the mail service received them. */
  readonly mails: { readonly to: string; readonly subject: string }[];
  /** Settings that lead the SDK here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers signed addresses of `<bucket>.example`, which functions ask without the SDK, and passes all others on. */
  readonly fetch: typeof fetch;
  stop(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const json = (response: ServerResponse, type: string, body: object): void => {
  response.setHeader('content-type', type);
  response.end(JSON.stringify(body));
};

/** An Ed25519 key that leaves only signatures, as KMS does. */
const keyService = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const answers: Readonly<Record<string, (ask: Record<string, string>) => object>> = {
    'TrentService.GetPublicKey': () => ({
      KeySpec: 'ECC_NIST_EDWARDS25519',
      PublicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    }),
    'TrentService.Sign': ({ Message = '', MessageType, SigningAlgorithm }) => {
      if (MessageType !== 'RAW' || SigningAlgorithm !== 'ED25519_SHA_512') throw new Error('Not plain Ed25519');
      return { Signature: sign(null, Buffer.from(Message, 'base64'), privateKey).toString('base64') };
    },
  };
  return (target: string, body: Buffer): object => answers[target]!(JSON.parse(body.toString()));
};

const serveObject = (objects: Map<string, Buffer>, method: string, name: string, body: Buffer, to: ServerResponse) => {
  if (method === 'PUT') objects.set(name, body);
  if (method === 'DELETE') objects.delete(name);
  const found = method === 'GET' ? objects.get(name) : Buffer.alloc(0);
  to.statusCode = found === undefined ? 404 : 200;
  to.setHeader('content-type', found === undefined ? 'application/xml' : 'application/octet-stream');
  to.end(found ?? '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
};

const BUCKET_HOST = /^(\w+)\.example$/;

const bucketsOf =
  (objects: Map<string, Buffer>, others: typeof fetch): typeof fetch =>
  async (input, init) => {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : input);
    const [, bucket] = BUCKET_HOST.exec(hostname) ?? [];
    if (bucket === undefined || init?.method === 'PUT') return others(input, init);
    const found = objects.get(`${bucket}${decodeURIComponent(pathname)}`);
    return new Response(found === undefined ? null : Uint8Array.from(found), {
      status: found === undefined ? 404 : 200,
    });
  };

/** Starts the stand-ins on one free port. */
export const startCloud = async (): Promise<Cloud> => {
  const objects = new Map<string, Buffer>();
  const mails: { to: string; subject: string }[] = [];
  const keys = keyService();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const target = request.headers['x-amz-target'];
    const { pathname } = new URL(request.url ?? '/', 'http://cloud');
    if (typeof target === 'string') return json(response, 'application/x-amz-json-1.1', keys(target, body));
    if (pathname === '/v2/email/outbound-emails') {
      const mail = JSON.parse(body.toString()) as {
        Destination: { ToAddresses: [string] };
        Content: { Simple: { Subject: { Data: string } } };
      };
      mails.push({ to: mail.Destination.ToAddresses[0], subject: mail.Content.Simple.Subject.Data });
      return json(response, 'application/json', { MessageId: 'any' });
    }
    return serveObject(objects, request.method ?? '', decodeURIComponent(pathname.slice(1)), body, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    objects,
    mails,
    fetch: bucketsOf(objects, globalThis.fetch),
    environment: { AWS_ENDPOINT_URL_S3: address, AWS_ENDPOINT_URL_KMS: address, AWS_ENDPOINT_URL_SESV2: address },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
