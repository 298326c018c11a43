/** What was typed, with Arabic and Persian digits as Western ones and nothing around it. */
export const western = (text: string): string =>
  text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
