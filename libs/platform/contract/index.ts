export type { RefusalCodes, RefusalCode, RefusalBody } from './refusals';
export type { Fact, FactKind, FactData } from './facts';
export type { LookAnswer, Signal, SignalKind, PageRoom } from './signals';
export { LOCALES, DEFAULT_LOCALE, directionOf, isLocale, type Locale } from './locales';
export { CONTENT_LANGUAGES, type ContentLanguage } from './languages';
export { limits as platformLimits } from './platform.limits';
