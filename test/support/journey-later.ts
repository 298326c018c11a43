import { join } from 'node:path';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import { systemClock, type Clock } from '../../functions/kernel/clock.ts';
import type { Journal } from '../../functions/kernel/journal.ts';
import { publishEffective } from '../../functions/funding/delivery.ts';
import { publishQuarters } from '../../functions/ledger/publish-quarters.ts';
import { addressesOf } from '../../functions/local/identity/identity.ts';
import { readKeys } from '../../functions/local/identity/keys.ts';
import { signToken } from '../../functions/local/identity/token.ts';
import { runningIn } from '../../functions/local/running.ts';
import { localClient } from '../../functions/local/table.ts';
import { addSeconds } from '../../shared/kernel/day.ts';

const HALF_A_YEAR_SECONDS = 183 * 24 * 60 * 60;
const TWO_DAYS_SECONDS = 2 * 24 * 60 * 60;

const cityIn = (folder: string) => {
  const city = runningIn(folder);
  if (city === undefined) throw new Error('The portal is not running');
  return city;
};

/**
 * Does on the table of the running portal what the daily work will do when every cut-off of today's payments is over. The
 * portal's own sequencer puts what is published into the log.
 */
export const publishAfterCutOff = (folder: string): Promise<void> =>
  later(folder, HALF_A_YEAR_SECONDS, publishQuarters);

/** The same for the day on which a notice that was opened today has taken effect: its grant is published. */
export const publishWhenEffective = (folder: string): Promise<void> =>
  later(folder, TWO_DAYS_SECONDS, publishEffective);

const later = async (
  folder: string,
  seconds: number,
  work: (deps: { journal: Journal; clock: Clock }) => Promise<void>,
) => {
  const { dynamodb, databaseKey, table } = cityIn(folder);
  const client = localClient(dynamodb, databaseKey);
  try {
    const clock = { now: () => addSeconds(systemClock.now(), seconds) };
    await work({ journal: dynamoJournal({ client, table }), clock });
  } finally {
    client.destroy();
  }
};

/** A bearer token of the portal for somebody who has no browser in the story. */
export const tokenOf = (folder: string, person: string): Promise<string> =>
  signToken(readKeys(join(folder, 'identity'))!, { ...addressesOf(cityIn(folder).publicUrl), person });
