import { directionOf, loadersIn, loadWords, T, Tabs, useLocale, usePageMatch, useWords, wordsOf, WordsProvider, type PageModule } from '@crosscity/platform/web';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { Fields } from './Fields';
import { Lists } from './Lists';
import { Acts } from './Acts';
import css from './GalleryPage.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'gallery.title');
export const robots = 'noindex';

const frames = ['light-ltr', 'dark-ltr', 'light-rtl', 'dark-rtl'] as const;

/** Every part of the kit, in each theme and direction: what a designer looks at and the accessibility tests walk through. */
export function Page() {
  const words = useWords();
  const { locale } = useLocale();
  const { search } = usePageMatch();
  const frame = frames.find((name) => name === search.get('frame')) ?? (directionOf(locale) === 'rtl' ? 'light-rtl' : 'light-ltr');
  const [theme, direction] = frame.split('-') as ['light' | 'dark', 'ltr' | 'rtl'];
  return (
    <>
      <h1>
        <T id="gallery.title" />
      </h1>
      <p className={css.lead}>
        <T id="gallery.lead" />
      </p>
      <Tabs label={words('gallery.frames')} tabs={frames.map((name) => ({ to: `/gallery?frame=${name}`, label: <T id={`gallery.frame.${name}`} /> }))} />
      <InLanguage language={direction === 'rtl' ? 'ar' : 'en'}>
        <div className={css.frame} data-theme={theme} dir={direction} lang={direction === 'rtl' ? 'ar' : 'en'}>
          <Acts />
          <Fields />
          <Lists />
        </div>
      </InLanguage>
    </>
  );
}

/** The other language's words arrive after the page; until then the parts speak the reader's. */
function InLanguage({ language, children }: { language: string; children: ReactNode }) {
  const own = useIntl();
  const { locale, setLocale } = useLocale();
  const [other, setOther] = useState<{ language: string; intl: IntlShape }>();
  useEffect(() => {
    if (language === locale) return;
    loadWords(language, loadersIn(locale)).then(
      (intl) => setOther({ language, intl }),
      () => {}, // no network: the parts stay in the reader's language
    );
  }, [language, locale]);
  const choice = useMemo(() => ({ locale: language, direction: directionOf(language), setLocale }), [language, setLocale]);
  return (
    <WordsProvider intl={other?.language === language && language !== locale ? other.intl : own} choice={choice}>
      {children}
    </WordsProvider>
  );
}
