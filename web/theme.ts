import { createSignal } from 'solid-js';

type Theme = 'light' | 'dark';

const STORED = 'anteil-theme';

const stored = (): Theme | undefined => {
  const value = localStorage.getItem(STORED);
  return value === 'light' || value === 'dark' ? value : undefined;
};

const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

const [theme, setTheme] = createSignal<Theme>(stored() ?? system());

/** Light or dark, as chosen on the page, else as the device wants it; a signal. */
export { theme };

const mark = (): void => {
  document.documentElement.dataset['kernTheme'] = theme();
};

export const startTheme = (): void => {
  mark();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (stored() !== undefined) return;
    setTheme(system());
    mark();
  });
};

export const switchTheme = (): void => {
  setTheme(theme() === 'dark' ? 'light' : 'dark');
  localStorage.setItem(STORED, theme());
  mark();
};
