import type * as z from 'zod/mini';
import type { OfficeView } from '../../shared/bodies/views.ts';
import { dayOfParts, partsOfDay, type DayParts } from '../ui/day-parts.ts';
import type { ExpenseKind, ExpenseRule, settingsBody } from '../../shared/bodies/wire.ts';

export const KINDS: readonly ExpenseKind[] = ['publicTransport', 'mileage', 'taxi', 'childcare', 'interpretation'];

/** One kind of expense in the form: whether it is paid, and under which conditions. */
export interface TypedRule {
  readonly isPaid: boolean;
  readonly capCents: number | undefined;
  /** Something stands in the field that is no amount. */
  readonly isCapUnclear: boolean;
  readonly needsReceipt: boolean;
  readonly needsReason: boolean;
}

export type OnlinePaid = 'undecided' | 'yes' | 'no';

/** Two sittings in both halves of a day: not decided, paid twice, paid once. */
export type HalfDaysPaid = 'undecided' | 'twice' | 'once';

export interface TypedSettings {
  readonly online: OnlinePaid;
  readonly halfDays: HalfDaysPaid;
  readonly halfDaysSince: DayParts;
  readonly rules: Readonly<Record<ExpenseKind, TypedRule>>;
}

const typedRule = (rule: ExpenseRule | undefined): TypedRule => ({
  isPaid: rule !== undefined,
  capCents: rule?.capCents,
  isCapUnclear: false,
  needsReceipt: rule?.needsReceipt ?? true,
  needsReason: rule?.needsReason ?? false,
});

const halfDaysTyped = (halfDays: OfficeView['settings']['halfDays']): HalfDaysPaid =>
  halfDays === undefined ? 'undecided' : halfDays.isPaidTwice ? 'twice' : 'once';

export const typedSettings = ({ onlineAttendancePaid, halfDays, expenses }: OfficeView['settings']): TypedSettings => ({
  online: onlineAttendancePaid === undefined ? 'undecided' : onlineAttendancePaid ? 'yes' : 'no',
  halfDays: halfDaysTyped(halfDays),
  halfDaysSince: partsOfDay(halfDays?.since),
  rules: Object.fromEntries(
    KINDS.map((kind) => [kind, typedRule(expenses.find((rule) => rule.kind === kind))]),
  ) as Record<ExpenseKind, TypedRule>,
});

const halfDaysOf = (halfDays: HalfDaysPaid, typed: DayParts): Pick<z.input<typeof settingsBody>, 'halfDays'> => {
  const since = dayOfParts(typed);
  return halfDays === 'undecided' || !since.ok
    ? {}
    : { halfDays: { isPaidTwice: halfDays === 'twice', since: since.value } };
};

/** Mileage has its highest amount by law and takes no cap. */
export const settingsOf = ({
  online,
  halfDays,
  halfDaysSince,
  rules,
}: TypedSettings): z.input<typeof settingsBody> => ({
  ...halfDaysOf(halfDays, halfDaysSince),
  ...(online !== 'undecided' && { onlineAttendancePaid: online === 'yes' }),
  expenses: KINDS.filter((kind) => rules[kind].isPaid).map((kind) => {
    const { capCents, needsReceipt, needsReason } = rules[kind];
    return { kind, needsReceipt, needsReason, ...(kind !== 'mileage' && capCents !== undefined && { capCents }) };
  }),
});
