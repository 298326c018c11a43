import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpEvent, lambdaContext } from '../support/lambda-events.ts';

/** Prints how many milliseconds a bundle needs from its import to its first answer, with a table that answers at once. */
const [, , bundle = ''] = process.argv;
const table = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end('{"Count":0,"Items":[],"Responses":{}}');
  });
});
await new Promise<void>((done) => table.listen(0, '127.0.0.1', done));
Object.assign(process.env, {
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(table.address() as AddressInfo).port}`,
  TABLE: 'anteil',
  DOCUMENTS_BUCKET: 'documents',
  DOCUMENTS_HOST: 'documents.example',
  UPLOADS_BUCKET: 'uploads',
  UPLOADS_HOST: 'uploads.example',
  LEDGER_BUCKET: 'ledger',
  LEDGER_HOST: 'ledger.example',
  PUBLIC_URL: 'https://anteil.example',
  LEDGER_ORIGIN: 'anteil.example/ledger',
  VERSION: '0',
  ISSUER: 'https://identity.example',
  CLIENT_ID: 'anteil',
});
const event = httpEvent('GET', '/api/health');
const began = performance.now();
const { handler } = (await import(bundle)) as {
  handler: (event: unknown, context: unknown) => Promise<{ statusCode: number; body: string }>;
};
const answer = await handler(event, lambdaContext());
const took = performance.now() - began;
table.close();
if (answer.statusCode !== 200) throw new Error(`GET /api/health answered ${answer.statusCode}: ${answer.body}`);
console.log(took);
process.exit();
