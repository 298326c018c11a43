import { describe, expect, test } from 'vitest';
import { settingsOf, typedSettings } from './settings-form.ts';

describe('what a body pays, in the form', () => {
  const settings = {
    version: 3,
    onlineAttendancePaid: false,
    expenses: [
      { kind: 'publicTransport', capCents: 2000, needsReceipt: true, needsReason: false },
      { kind: 'mileage', needsReceipt: false, needsReason: true },
    ],
  } as const;

  test('comes back as it was read', () => {
    const { version: _, ...rest } = settings;
    expect(settingsOf(typedSettings(settings))).toEqual(rest);
  });

  test('what was not decided stays so', () => {
    expect(settingsOf(typedSettings({ version: 0, expenses: [] }))).toEqual({ expenses: [] });
  });

  test('mileage takes no cap: the law has one', () => {
    const typed = typedSettings(settings);
    const rules = { ...typed.rules, mileage: { ...typed.rules.mileage, capCents: 500 } };
    expect(settingsOf({ ...typed, rules }).expenses[1]).toEqual(settings.expenses[1]);
  });
});
