/**
 * The storage did not answer in time or turned the call away as too busy. Nothing is known of a commit that was on its way: the
 * same request may be sent again, since its key has one effect.
 */
export class StorageSilent extends Error {
  override readonly name = 'StorageSilent';
}

const SILENT_NAMES = new Set([
  'TimeoutError',
  'AbortError',
  'NetworkingError',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
]);

const SILENT_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

interface ClientError {
  readonly name?: string;
  readonly code?: string;
}

/** An error of the client, told apart from those that are our own fault. */
export const silentOr = (error: unknown): unknown => {
  const { name = '', code = '' } = error as ClientError;
  return SILENT_NAMES.has(name) || SILENT_CODES.has(code)
    ? new StorageSilent('The storage does not answer', { cause: error })
    : error;
};

/** @throws StorageSilent if `work` takes longer */
export const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageSilent(`No answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
