import { cents, type Cents } from '../kernel/cents.ts';
import { day } from '../kernel/day.ts';
import { assumedParameterOn, parameterOn, PARAMETERS, type ParameterKey } from '../law/parameters.ts';
import type { StatementView } from './wire.ts';

type Limit = StatementView['limits'][number];

/** From so many percent of a limit on the person is warned. */
const NEAR_PERCENT = 80;

const stateOf = (paid: Cents, limit: Cents): Limit['state'] => {
  if (paid > limit) return 'above';
  return paid * 100 >= limit * NEAR_PERCENT ? 'near' : 'below';
};

type LimitKey = 'tax.volunteerAllowance' | 'tax.publicFundsPerMonth' | 'tax.reportingThreshold';

const unknownOf = (key: LimitKey, year: number): Limit => {
  const assumed = assumedParameterOn(key as ParameterKey, day(`${year}-12-31`));
  const [version] = PARAMETERS[key].versions.slice(-1);
  const { norm, question } = assumed.ok ? assumed.value : { norm: version?.norm ?? '', question: version?.question };
  return { key, norm, status: 'unknown', ...(question !== undefined && { question }), state: 'unknown' };
};

/** `months` is how many such amounts the year has. */
const limitOf = (key: LimitKey, year: number, paid: Cents, months: number): Limit => {
  const parameter = parameterOn(key, day(`${year}-12-31`));
  if (!parameter.ok) return unknownOf(key, year);
  const { value, norm, status, question } = parameter.value;
  const limit = cents(value * months);
  return { key, cents: limit, norm, status, ...(question !== undefined && { question }), state: stateOf(paid, limit) };
};

/**
 * Amounts of the law beside the running total of a year (domain rules 3.3): the volunteers' allowance and the monthly amount of
 * public funds against the fees, the threshold of reporting against all that was paid. Information, never a promise that
 * something is free of tax: all bodies of Berlin count together, and what the person earns elsewhere the portal does not know.
 */
export const limitsOf = (year: number, feesCents: Cents, totalCents: Cents): Limit[] => [
  limitOf('tax.volunteerAllowance', year, feesCents, 1),
  limitOf('tax.publicFundsPerMonth', year, feesCents, 12),
  limitOf('tax.reportingThreshold', year, totalCents, 1),
];
