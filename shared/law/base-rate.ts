import { day, type Day } from '../kernel/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { basisPoints, type BasisPoints } from './parameter.ts';
import type { Sourced, Status } from './status.ts';

/** The base rate (Basiszinssatz) over whole half-years, both days included. */
export interface BaseRate extends Sourced {
  readonly rate: BasisPoints;
  readonly from: Day;
  readonly until: Day;
}

const row = (rate: number, from: string, until: string, status: Status, source: string): BaseRate => ({
  rate: basisPoints(rate),
  from: day(from),
  until: day(until),
  norm: '§ 247 BGB',
  source,
  status,
});

const TEXT = 'BGB, note to § 247';
const COMMON = 'common knowledge of the notices of the Deutsche Bundesbank';

/** It changes on 1 January and 1 July. Add a row when the Deutsche Bundesbank has published the next rate. */
export const BASE_RATES: readonly BaseRate[] = [
  row(-88, '2016-07-01', '2022-12-31', 'verified', TEXT),
  row(162, '2023-01-01', '2023-06-30', 'verified', TEXT),
  row(312, '2023-07-01', '2023-12-31', 'general', COMMON),
  row(362, '2024-01-01', '2024-06-30', 'verified', TEXT),
  row(337, '2024-07-01', '2024-12-31', 'general', COMMON),
  row(227, '2025-01-01', '2025-06-30', 'general', COMMON),
  row(127, '2025-07-01', '2025-12-31', 'verified', 'finanzmarktnachrichten.de; state-of.biz'),
  row(127, '2026-01-01', '2026-06-30', 'verified', 'finanzmarktnachrichten.de; state-of.biz'),
];

/** The base rate of the half-year in which the day lies. Refused before the first and after the last known half-year. */
export const baseRateOn = (on: Day): Result<BaseRate, 'base-rate-unknown'> => {
  const found = BASE_RATES.find(({ from, until }) => from <= on && on <= until);
  return found === undefined ? refuse('base-rate-unknown') : ok(found);
};
