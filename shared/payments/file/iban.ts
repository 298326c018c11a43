const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether the check digits of an account number (IBAN, ISO 13616) are right; German ones have 22 characters. */
export const hasIbanCheck = (iban: string): boolean => {
  if (!FORM.test(iban) || (iban.startsWith('DE') && iban.length !== 22)) return false;
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};

/** All but the last four hidden, in groups of four, for whoever is no payer. */
export const maskedIban = (iban: string): string => iban.replace(/.(?=.{4})/g, '•').replace(/(.{4})(?=.)/g, '$1 ');
