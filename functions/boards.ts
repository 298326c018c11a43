import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { createApi } from './api.ts';
import { writingDeps } from './deployed-documents.ts';

const deps = writingDeps();

/** Each half is loaded when it is first asked for: who looks at a board waits for nothing that claims need. */
const HALVES = {
  bodies: async () => handle(createApi(deps, (await import('./bodies-api.ts')).bodyRooms)),
  claims: async () => handle(createApi(deps, (await import('./claims-api.ts')).claimRooms)),
};

const loaded: Partial<Record<keyof typeof HALVES, ReturnType<(typeof HALVES)['bodies']>>> = {};

const halfFor = (event: LambdaEvent): keyof typeof HALVES =>
  'rawPath' in event && event.rawPath.startsWith('/api/bodies') ? 'bodies' : 'claims';

/** AWS starts this for the routes of boards, bank details and claims. */
export const handler = async (event: LambdaEvent, context?: LambdaContext) => {
  const half = halfFor(event);
  return (await (loaded[half] ??= HALVES[half]()))(event, context);
};
