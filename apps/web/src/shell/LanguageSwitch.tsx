import { LanguageIcon, locales, Menu, useLocale, useWords } from '@crosscity/platform/web';
import css from './Header.module.css';

/** A language is named in itself. With two, one press switches; with more, a menu opens. */
export function LanguageSwitch() {
  const { locale, setLocale } = useLocale();
  const words = useWords();
  const others = locales.filter((other) => other !== locale);
  if (others.length === 1) {
    const other = others[0]!;
    return (
      <a
        href={`?lang=${other}`}
        lang={other}
        hrefLang={other}
        className={css.language}
        onClick={(event) => {
          event.preventDefault();
          void setLocale(other);
        }}
      >
        {nameOf(other)}
      </a>
    );
  }
  const items = others.map((other) => ({ key: other, label: <span lang={other}>{nameOf(other)}</span>, onSelect: () => void setLocale(other) }));
  return <Menu label={words('shell.language')} button={<LanguageIcon />} items={items} />;
}

export function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
