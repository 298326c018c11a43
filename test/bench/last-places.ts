import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoJournal } from '../../functions/kernel/journal.dynamo.ts';
import type { Row } from '../../functions/kernel/journal.ts';
import { memoryJournal } from '../../functions/kernel/journal.memory.ts';
import { createTable } from '../../functions/local/table.ts';
import { caseAt, DEMO, done, filledCity, seenBy, submittedIn, type FilledCity } from '../support/filled-city.ts';
import { SAMPLE_PROPOSAL } from '../support/sample-application.ts';
import type { Figure } from './figure.ts';
import { putRows } from './rows-in-table.ts';

const TABLE = 'bench-last-places';
const APPLICANTS = 50;
const PLACES = 10;
const CENTS = 4_500_000;

interface Proposed {
  readonly rows: readonly Row[];
  /** What each approval names, by the number of its case. */
  readonly seen: readonly { readonly noticeSha256: string }[];
}

/** Fifty cases of which each is proposed to be granted, its notice seen by the approver. */
const proposedCases = async (): Promise<Proposed> => {
  const journal = memoryJournal();
  const filled = await filledCity(journal);
  const seen: { noticeSha256: string }[] = [];
  for (let number = 0; number < APPLICANTS; number += 1) {
    const id = `place-${number}`;
    await submittedIn(filled, id);
    await done(filled.officer('POST', caseAt(id, '/propose-approval'), SAMPLE_PROPOSAL));
    seen.push(await seenBy(filled.approver, id));
  }
  return { rows: journal.rows().filter(({ pk }) => /^(application|cases|worklist)#/.test(pk)), seen };
};

const BUDGET = { pk: `budget#${DEMO.call}`, sk: 'balance' } as const;

/** The same cases under ids of this round, and a budget for ten of them. */
const rowsOfRound = ({ rows }: Proposed, round: number): Row[] => [
  ...(JSON.parse(JSON.stringify(rows).replaceAll('place-', `round-${round}-`)) as Row[]),
  { ...BUDGET, freeCents: PLACES * CENTS, takenCents: 0 },
];

/** All approve at once. @throws Error on any answer but a grant or "the budget is exhausted". */
const approveAll = async ({ approver }: FilledCity, { seen }: Proposed, round: number): Promise<number> => {
  const granted = await Promise.all(
    seen.map(async (body, number) => {
      const response = await approver('POST', caseAt(`round-${round}-${number}`, '/approve'), body);
      const answer = (await response.json()) as { stage?: string; refusal?: string };
      if (answer.stage === 'approved') return 1;
      if (answer.refusal === 'budget-exhausted') return 0;
      throw new Error(`Approval ${number} was answered ${response.status}: ${JSON.stringify(answer)}`);
    }),
  );
  return granted.reduce((sum: number, one) => sum + one, 0);
};

/** Fifty approvals at once for the last ten places of a budget, on DynamoDB Local: rounds in which not exactly ten were granted. */
export const lastPlaces = async (client: DynamoDBClient, rounds = 20): Promise<Figure> => {
  await createTable(client, TABLE);
  const journal = dynamoJournal({ client, table: TABLE });
  const filled = await filledCity(journal);
  const proposed = await proposedCases();
  let wrong = 0;
  for (let round = 0; round < rounds; round += 1) {
    await putRows(client, TABLE, rowsOfRound(proposed, round));
    const granted = await approveAll(filled, proposed, round);
    const [[budget] = []] = await journal.read([BUDGET]);
    const charged = budget?.['freeCents'] === 0 && budget['takenCents'] === PLACES * CENTS;
    if (granted !== PLACES || !charged) wrong += 1;
  }
  const name = `${APPLICANTS} approvals at once for ${PLACES} places: rounds of ${rounds} without exactly ${PLACES}`;
  return { name, value: wrong, limit: 0, unit: 'rounds' };
};
