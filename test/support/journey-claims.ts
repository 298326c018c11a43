import type { Walker } from './journey-walker.ts';

const BOARD = '/api/bodies/body-bezirk-03';

interface Line {
  readonly claim: string;
  readonly seq: number;
  readonly totalCents: number;
}

/** Asks the portal as the person who is signed in in this browser; for what comes before the story. @throws Error unless it went well */
export const asked = async <T>(walker: Walker, method: string, path: string, body?: object): Promise<T> => {
  const { origin } = new URL(walker.page.url());
  const response = await walker.context.request.fetch(path, {
    method,
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
    ...(body !== undefined && { data: body }),
  });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as T;
};

/** The office confirms that everybody named sat there; claims are drafted from it. */
export const confirmAttendance = async (office: Walker, sitting: string, seats: readonly string[]): Promise<void> => {
  const seen = await asked<{ seq: number; from: string; to: string; attendance: { seat: string }[] }>(
    office,
    'GET',
    `${BOARD}/sittings/${sitting}`,
  );
  const entries = seen.attendance.map(({ seat }) => ({ seat, present: seats.includes(seat) ? 'member' : 'absent' }));
  const { seq, from, to } = seen;
  await asked(office, 'POST', `${BOARD}/sittings/${sitting}/confirm`, { seq, from, to, entries });
};

/** The member confirms every claim that is drafted, as soon as there are so many. */
export const submitClaims = async (member: Walker, count: number): Promise<void> => {
  const claims = async (): Promise<readonly Line[]> =>
    (await asked<{ items: Line[] }>(member, 'GET', '/api/compensation/claims')).items;
  for (let look = 0; (await claims()).length < count; look += 1) {
    if (look > 60) throw new Error('The claims were not drafted');
    await member.page.waitForTimeout(500);
  }
  for (const { claim, seq, totalCents } of await claims())
    await asked(member, 'POST', `/api/compensation/claims/${claim}/submit`, { seq, totalCents });
};
