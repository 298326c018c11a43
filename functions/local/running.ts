import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './processes.ts';
import { writeWhole } from './whole-file.ts';

/** What a running city tells the commands beside it, as `local.json` in its folder. */
export interface RunningCity {
  readonly pid: number;
  readonly port: number;
  readonly publicUrl: string;
  /** Endpoint of DynamoDB Local. */
  readonly dynamodb: string;
  /** Access key under which the table is found there. */
  readonly databaseKey: string;
  readonly table: string;
  readonly ledgerOrigin: string;
}

const fileIn = (folder: string): string => join(folder, 'local.json');

export const announce = (folder: string, city: RunningCity): void =>
  writeWhole(fileIn(folder), `${JSON.stringify(city, undefined, 2)}\n`);

export const withdraw = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** The city that runs on the folder; undefined if none does, also if one was killed and left its file. */
export const runningIn = (folder: string): RunningCity | undefined => {
  try {
    const city = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as RunningCity;
    return identityOf(city.pid) === undefined ? undefined : city;
  } catch {
    return undefined;
  }
};
