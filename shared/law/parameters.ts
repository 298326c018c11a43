import type { Day } from '../kernel/day.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { isKnown, type History, type Unit, type Version } from './parameter.ts';
import { BODIES } from './parameters/bodies.ts';
import { COMPENSATION } from './parameters/compensation.ts';
import { DELIVERY } from './parameters/delivery.ts';
import { INTEREST } from './parameters/interest.ts';
import { PARTICIPATION_PROGRAMME } from './parameters/participation-programme.ts';
import { PERIODS } from './parameters/periods.ts';
import { PUBLICATION } from './parameters/publication.ts';
import { RETENTION } from './parameters/retention.ts';
import { TAX } from './parameters/tax.ts';
import { TRAVEL } from './parameters/travel.ts';
import { WAGES } from './parameters/wages.ts';
import type { Sourced } from './status.ts';

/** All parameters that follow the calendar. What follows a notice instead stands in rule-sets.ts. */
export const PARAMETERS = {
  ...BODIES,
  ...COMPENSATION,
  ...DELIVERY,
  ...INTEREST,
  ...PARTICIPATION_PROGRAMME,
  ...PERIODS,
  ...PUBLICATION,
  ...RETENTION,
  ...TAX,
  ...TRAVEL,
  ...WAGES,
};

export type ParameterKey = keyof typeof PARAMETERS;

export type ParameterUnit<K extends ParameterKey> = (typeof PARAMETERS)[K]['unit'];

/** The type that the key's unit gives: `Cents` for cents, a number for days and months, and so on. */
export type ParameterValue<K extends ParameterKey> = (typeof PARAMETERS)[K] extends History<Unit, infer V> ? V : never;

/** A parameter as it stands on one day. */
export interface Parameter<K extends ParameterKey = ParameterKey> extends Sourced {
  readonly key: K;
  readonly unit: ParameterUnit<K>;
  readonly value: ParameterValue<K>;
  readonly validFrom: Day;
  readonly validUntil: Day | undefined;
  /** What is still to be asked before the value is relied upon; officials see it beside the value. */
  readonly question: string | undefined;
}

const versionOn = <V>({ versions }: { versions: readonly Version<V>[] }, on: Day): Version<V> | undefined =>
  versions.find(({ validFrom, validUntil }) => validFrom <= on && (validUntil === undefined || on <= validUntil));

const read = <K extends ParameterKey>(key: K, version: Version<unknown>, value: unknown): Parameter<K> => ({
  key,
  unit: PARAMETERS[key].unit,
  value: value as ParameterValue<K>,
  validFrom: version.validFrom,
  validUntil: version.validUntil,
  norm: version.norm,
  source: version.source,
  status: version.status,
  question: version.question,
});

const find = (key: ParameterKey, on: Day): Version<unknown> | undefined =>
  versionOn(PARAMETERS[key] as History<Unit>, on);

/** The parameter in force on a day. Refused where no value is known for it: nothing is computed with a guess. */
export const parameterOn = <K extends ParameterKey>(key: K, on: Day): Result<Parameter<K>, 'parameter-unknown'> => {
  const version = find(key, on);
  return version !== undefined && isKnown(version)
    ? ok(read(key, version, version.value))
    : refuse('parameter-unknown');
};

/**
 * Like `parameterOn`, but gives the usual value where the true one is not known; its status is then `unknown`.
 * Only for drafts that a person decides on and for settings of the portal, and only with the status shown beside it.
 */
export const assumedParameterOn = <K extends ParameterKey>(
  key: K,
  on: Day,
): Result<Parameter<K>, 'parameter-unknown'> => {
  const version = find(key, on);
  if (version === undefined) return refuse('parameter-unknown');
  const value = isKnown(version) ? version.value : version.assumed;
  return value === undefined ? refuse('parameter-unknown') : ok(read(key, version, value));
};

/**
 * The value of a parameter that is known for every day the portal can meet, as those of delivery and remedies are.
 * @throws RangeError on a day before the norm was in force.
 */
export const settledValue = <K extends ParameterKey>(key: K, on: Day): ParameterValue<K> => {
  const parameter = parameterOn(key, on);
  if (!parameter.ok) throw new RangeError(`No value of ${key} is known on ${on}`);
  return parameter.value.value;
};
