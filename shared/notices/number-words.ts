import type { Cents } from '../kernel/cents.ts';

const SMALL = (
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf ' +
  'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'
).split(' ');
const TENS = ' zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

const belowHundred = (number: number): string => {
  if (number < 20) return SMALL[number]!;
  const [ten, one] = [Math.floor(number / 10), number % 10];
  return one === 0 ? TENS[ten]! : `${SMALL[one]}und${TENS[ten]}`;
};

const belowThousand = (number: number): string => {
  const [hundred, rest] = [Math.floor(number / 100), number % 100];
  if (hundred === 0) return belowHundred(rest);
  return `${SMALL[hundred]}hundert${rest === 0 ? '' : belowHundred(rest)}`;
};

const belowMillion = (number: number): string => {
  const [thousand, rest] = [Math.floor(number / 1000), number % 1000];
  if (thousand === 0) return belowThousand(rest);
  return `${belowThousand(thousand)}tausend${rest === 0 ? '' : belowThousand(rest)}`;
};

const whole = (number: number): string => {
  const [million, rest] = [Math.floor(number / 1_000_000), number % 1_000_000];
  if (million === 0) return belowMillion(rest);
  const millions = million === 1 ? 'eine Million' : `${belowThousand(million)} Millionen`;
  return rest === 0 ? millions : `${millions} ${belowMillion(rest)}`;
};

/** An amount from 0 in German words, as a notice repeats it: `vierzigtausend Euro`, `ein Euro und 50 Cent`. */
export const amountInWords = (amount: Cents): string => {
  const [full, rest] = [Math.floor(amount / 100), amount % 100];
  return `${whole(full)} Euro${rest === 0 ? '' : ` und ${rest} Cent`}`;
};

/** A count from 0 to 99 in German words: `zwei`, `sechzig`. */
export const countInWords = (count: number): string => belowHundred(count);
