import { directionOf, keepChoice } from '@crosscity/platform/web';

export { keepTheme, themeNow, type Theme } from '@crosscity/platform/web';

export function keepLanguage(locale: string): void {
  keepChoice('lang', locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}
