import { createApi, type ApiDeps } from './api.ts';
import { boardRooms } from './boards-api.ts';
import { fundingRooms } from './funding-api.ts';

/** All rooms in one: locally, and where documents are set, which needs facts of every room. */
export const wholeApi = (deps: ApiDeps) => createApi(deps, fundingRooms, boardRooms);
