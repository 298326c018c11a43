import { LANGUAGES } from '../../shared/kernel/language.ts';
import { localeOf } from '../language.ts';

let names: Map<string, string> | undefined;

const folded = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The months as every language of the portal writes them, whole and short. Made when the first word is typed. */
const byName = (): Map<string, string> => {
  if (names !== undefined) return names;
  names = new Map([['mrz', '03']]);
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const format = Intl.DateTimeFormat(localeOf(language), { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++)
        names.set(folded(format.format(Date.UTC(2027, month))), String(month + 1).padStart(2, '0'));
    }
  return names;
};

/** The month as two digits, from a number or a name; undefined where there is no such month. */
export const monthOf = (typed: string): string | undefined =>
  /^\d{1,2}\.?$/.test(typed) ? typed.replace('.', '').padStart(2, '0') : byName().get(folded(typed));
