import { directionOf } from '@crosscity/platform/web';

export type Theme = 'system' | 'light' | 'dark';

// Choices live in cookies so that the server makes the first page as the reader wants it: no flash, no script.
const year = 31_536_000;
const keep = (name: string, value: string) => {
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
};

export function keepLanguage(locale: string): void {
  keep('lang', locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}

export function keepTheme(theme: Theme): void {
  keep('theme', theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function themeNow(): Theme {
  return (document.documentElement.dataset.theme as Theme | undefined) ?? 'system';
}
