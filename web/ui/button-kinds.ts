export const BUTTON_KINDS = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  tertiary: 'kern-btn kern-btn--tertiary',
} as const;

export type ButtonKind = keyof typeof BUTTON_KINDS;
