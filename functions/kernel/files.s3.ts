import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { dispositionOf } from './disposition.ts';
import type { Files } from './files.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** What changes is asked for again after seconds: a checkpoint must not linger in a cache. */
const FRESH = 'public, max-age=5';

const readObject = async (client: S3Client, at: { Bucket: string; Key: string }): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await client.send(new GetObjectCommand(at));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};

/** Files in one bucket. Links are presigned requests of the client's own identity. */
export const s3Files = ({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Files => ({
  put: async (path, bytes, { type, immutable }) => {
    const about = { ContentType: type, CacheControl: immutable === true ? IMMUTABLE : FRESH };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes, ...about }));
  },
  get: (path) => readObject(client, { Bucket: bucket, Key: path }),
  remove: async (path) => void (await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path }))),
  list: async (prefix) => {
    const paths: string[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) paths.push(Key);
    }
    return paths.sort();
  },
  link: (path, { name, seconds }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({ Bucket: bucket, Key: path, ResponseContentDisposition: dispositionOf(name) }),
      { expiresIn: seconds },
    ),
});
