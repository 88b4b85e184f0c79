import { DEFAULT_LOCALE, directionOf, LOCALES, type Locale } from '@crosscity/platform/contract';
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { createIntl, createIntlCache, RawIntlProvider, useIntl, type IntlShape, type MessageFormatElement } from 'react-intl';

export type Messages = Record<string, MessageFormatElement[]>;

/** The catalogues of one lib, one file per language, fetched when a page of that lib is opened. */
export interface WordsLoader {
  /** Where the catalogues are, as the client's manifest calls it; filled in by the build. */
  folder: string;
  languages: string[];
  load(language: string): Promise<Messages>;
}

export function defineWords(files: Record<string, () => Promise<unknown>>, folder = ''): WordsLoader {
  const byLanguage = new Map(Object.entries(files).map(([file, load]) => [/([\w-]+)\.json$/.exec(file)![1]!, load]));
  return {
    folder,
    languages: [...byLanguage.keys()].sort(),
    async load(language) {
      const load = byLanguage.get(language) ?? byLanguage.get(DEFAULT_LOCALE);
      return load ? ((await load()) as { default: Messages }).default : {};
    },
  };
}

export const platformWords = defineWords(import.meta.glob('../locales/*.json'));

/** The languages that the interface speaks. */
export const locales = Object.keys(LOCALES) as Locale[];
export { directionOf };

/** How a language writes dates and numbers here: days before months, and Western digits in Arabic (interface plan 3.7). */
function formattingLocale(locale: string): string {
  if (locale === 'en') return 'en-GB';
  return locale === 'ar' ? 'ar-u-nu-latn' : locale;
}

interface LanguageWords {
  loaded: Set<WordsLoader>;
  /** Those of which only what the first view says is here. */
  begun: Set<WordsLoader>;
  messages: Messages;
  intl: IntlShape;
}

const languages = new Map<string, LanguageWords>();
const intlCache = createIntlCache();
const richText = {
  b: (chunks: ReactNode) => <strong>{chunks}</strong>,
  bdi: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
};

function makeIntl(locale: string, messages: Messages): IntlShape {
  return createIntl(
    {
      locale: formattingLocale(locale),
      defaultLocale: 'en',
      messages,
      // The server renders in this zone too; components that show a reader's clock name the zone themselves.
      timeZone: 'UTC',
      defaultRichTextElements: richText as never,
      onError(error) {
        if (typeof window !== 'undefined') console.warn(error.message);
      },
    },
    intlCache,
  );
}

function wordsIn(locale: string): LanguageWords {
  let words = languages.get(locale);
  if (!words) languages.set(locale, (words = { loaded: new Set(), begun: new Set(), messages: {}, intl: makeIntl(locale, {}) }));
  return words;
}

/** Brings catalogues into a language, each once in the life of the tab (or of the renderer), and gives the formatter. */
export async function loadWords(locale: string, loaders: readonly WordsLoader[]): Promise<IntlShape> {
  const words = wordsIn(locale);
  // Of what was begun only the words of the first view are there: another page needs others of them.
  const missing = [...new Set([...loaders, ...words.begun])].filter((loader) => !words.loaded.has(loader));
  if (missing.length > 0) {
    const catalogues = await Promise.all(missing.map((loader) => loader.load(locale)));
    words.messages = Object.assign({}, words.messages, ...catalogues);
    for (const loader of missing) {
      words.loaded.add(loader);
      words.begun.delete(loader);
    }
    words.intl = makeIntl(locale, words.messages);
    for (const hear of listeners) hear();
  }
  return words.intl;
}

/** The words of the first view, chosen by the build, instead of the whole catalogues: those come with `wholeWords`. */
export function firstWords(locale: string, messages: Messages, loaders: readonly WordsLoader[]): void {
  const words = wordsIn(locale);
  words.begun = new Set([...words.begun, ...loaders].filter((loader) => !words.loaded.has(loader)));
  words.messages = { ...words.messages, ...messages };
  words.intl = makeIntl(locale, words.messages);
}

/** All words of the pages that were opened. What is shown has its words already, so nothing is drawn anew. */
export async function wholeWords(): Promise<void> {
  for (const [locale, words] of languages) {
    const missing = [...words.begun];
    const catalogues = await Promise.all(missing.map((loader) => loader.load(locale)));
    Object.assign(words.messages, ...catalogues);
    for (const loader of missing) {
      words.loaded.add(loader);
      words.begun.delete(loader);
    }
  }
}

const listeners = new Set<() => void>();

function listen(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** The formatter with every catalogue that came so far: a page of another lib brings new ones, before it is shown. */
export function useIntlOf(locale: string): IntlShape {
  const known = () => wordsIn(locale).intl;
  return useSyncExternalStore(listen, known, known);
}

/** What a reader has open in one language is what the next language needs at once. */
export function loadersIn(locale: string): WordsLoader[] {
  const { loaded, begun } = wordsIn(locale);
  return [...loaded, ...begun];
}

interface LocaleChoice {
  locale: string;
  direction: 'ltr' | 'rtl';
  setLocale(locale: string): Promise<void>;
}

const LocaleContext = createContext<LocaleChoice>({ locale: 'en', direction: 'ltr', setLocale: async () => {} });

export function WordsProvider({ intl, choice, children }: { intl: IntlShape; choice: LocaleChoice; children: ReactNode }) {
  return (
    <LocaleContext value={choice}>
      <RawIntlProvider value={intl}>{children}</RawIntlProvider>
    </LocaleContext>
  );
}

export function useLocale(): LocaleChoice {
  return useContext(LocaleContext);
}

type WordValue = string | number | bigint | boolean | Date | null | undefined;

/** Words for places that want a string: a label, a title, a placeholder. `words('forum.reply.send')` */
export function useWords(): (id: string, values?: Record<string, WordValue>) => string {
  const intl = useIntl();
  return (id, values) => wordsOf(intl, id, values);
}

export function wordsOf(intl: IntlShape, id: string, values?: Record<string, WordValue>): string {
  const text = intl.formatMessage({ id }, values as never) as unknown;
  return typeof text === 'string' ? text : plainText(text);
}

// A message with <b> or <bdi> formats to elements; where only text fits, keep the text.
function plainText(node: unknown): string {
  if (Array.isArray(node)) return node.map(plainText).join('');
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  return node && typeof node === 'object' && 'props' in node ? plainText((node.props as { children?: unknown }).children) : '';
}

/** Words in running text; values may be elements. `<T id="forum.by" values={{ name: <VoiceLine …/> }} />` */
export function T({ id, values }: { id: string; values?: Record<string, ReactNode | Date | ((chunks: ReactNode) => ReactNode)> }) {
  return <>{useIntl().formatMessage({ id }, values as never)}</>;
}
