import { useApolloClient, useMutation } from '@apollo/client/react';
import { LOCALES, type Locale } from '@crosscity/platform/contract';
import { Button, ErrorSummary, RadioGroup, Select, T, ViewerDocument, keepTheme, locales, pageQuery, themeNow, useFormats, useLocale, usePage, useRefusal, useToast, useWords, wordsOf, type PageModule, type Theme } from '@crosscity/platform/web';
import { useEffect, useState, type FormEvent } from 'react';
import { ChooseDisplayDocument, DisplayPageDocument } from './DisplayPage.generated';
import { SettingsTabs } from './SettingsTabs';
import css from '../form/form.module.css';

export const query = pageQuery(DisplayPageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.settings.display');
export const robots: PageModule['robots'] = 'noindex';

const THEMES: Theme[] = ['system', 'light', 'dark'];

export function Page() {
  const { data: { myProfile } } = usePage(DisplayPageDocument);
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const client = useApolloClient();
  const { setLocale } = useLocale();
  const [locale, choose] = useState(myProfile.locale as Locale);
  const [timeZone, setTimeZone] = useState(myProfile.timeZone);
  const [theme, setTheme] = useState<Theme>('system');
  // Browsers and servers know different lists: the page begins with what is chosen and fills up in the browser.
  const [zones, setZones] = useState([myProfile.timeZone]);
  const [failure, setFailure] = useState('');
  const [save, { loading }] = useMutation(ChooseDisplayDocument);

  useEffect(() => {
    setTheme(themeNow());
    setZones([...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', myProfile.timeZone])].sort());
  }, [myProfile.timeZone]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure('');
    try {
      await save({ variables: { input: { locale, timeZone } } });
      await Promise.all([setLocale(locale), client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined)]);
      toast({ words: <T id="identity.display.saved" /> });
    } catch (error) {
      setFailure(toWords(error));
    }
  };

  return (
    <div className={css.page}>
      <h1>
        <T id="identity.settings.display" />
      </h1>
      <SettingsTabs />
      <RadioGroup
        id="display-theme"
        name="theme"
        label={<T id="identity.display.theme" />}
        hint={<T id="identity.display.theme.hint" />}
        choices={THEMES.map((value) => ({ value, label: words(`identity.display.theme.${value}`) }))}
        value={theme}
        onChange={(value) => {
          setTheme(value as Theme);
          keepTheme(value as Theme);
        }}
      />
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={failure ? [{ words: failure }] : []} />
        <RadioGroup id="display-language" name="language" label={<T id="identity.display.language" />} hint={<T id="identity.display.language.hint" />} choices={locales.map((value) => ({ value, label: <span lang={value}>{LOCALES[value]}</span> }))} value={locale} onChange={(value) => choose(value as Locale)} />
        <Select id="display-timeZone" name="timeZone" label={<T id="identity.display.timeZone" />} hint={<Clock zone={timeZone} />} options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))} value={timeZone} onChange={(event) => setTimeZone(event.currentTarget.value)} />
        <div className={css.acts}>
          <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
            <T id="identity.display.save" />
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What the chosen clock says now: the quickest way to see whether it is the right one. */
function Clock({ zone }: { zone: string }) {
  const formats = useFormats();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now ? <T id="identity.display.clock" values={{ time: formats.time(now, zone) }} /> : <T id="identity.display.timeZone.hint" />;
}
