export type Theme = 'system' | 'light' | 'dark';

const year = 31_536_000;

/** Keeps a choice in a cookie, so that the server makes the first page as the reader wants it: no flash, no script. */
export function keepChoice(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
}

export function keepTheme(theme: Theme): void {
  keepChoice('theme', theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function themeNow(): Theme {
  return (document.documentElement.dataset.theme as Theme | undefined) ?? 'system';
}
