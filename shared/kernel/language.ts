/** Languages of the portal; German is the source and the only binding one (§ 23 VwVfG). */
export const LANGUAGES = ['de', 'en', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

export const directionOf = (language: string): 'rtl' | 'ltr' => (['ar', 'fa'].includes(language) ? 'rtl' : 'ltr');
