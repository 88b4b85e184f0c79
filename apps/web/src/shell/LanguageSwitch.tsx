import { LOCALES } from '@crosscity/platform/contract';
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
        {LOCALES[other]}
      </a>
    );
  }
  const items = others.map((other) => ({ key: other, label: <span lang={other}>{LOCALES[other]}</span>, onSelect: () => void setLocale(other) }));
  return <Menu label={words('shell.language')} button={<LanguageIcon />} items={items} />;
}
