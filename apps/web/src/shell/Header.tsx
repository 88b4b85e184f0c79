import { Link, Menu, PersonIcon, postJson, SearchIcon, SettingsIcon, SignInIcon, SignOutIcon, T, useHasPage, useRefusal, useToast, useViewer, useWords, type MenuItem } from '@crosscity/platform/web';
import { LanguageSwitch } from './LanguageSwitch';
import { OpenCases } from './OpenCases';
import { menuPlaces, railPlaces } from './places';
import { ThemeSwitch } from './ThemeSwitch';
import css from './Header.module.css';

export function Header() {
  const words = useWords();
  const viewer = useViewer();
  const hasPage = useHasPage();
  return (
    <header className={css.header}>
      <Link to="/" className={css.name}>
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <rect width="32" height="32" rx="8" fill="var(--primary)" />
          <path d="M7 16h18M16 7v18" stroke="var(--on-primary)" strokeWidth="3" strokeLinecap="round" />
          <circle cx="16" cy="16" r="4.5" fill="var(--primary)" stroke="var(--on-primary)" strokeWidth="2.5" />
        </svg>
        <bdi className={css.word}>Crosscity</bdi>
      </Link>
      {hasPage('/search') && <form action="/search" role="search" className={css.search}>
        <SearchIcon />
        <input name="q" type="search" dir="auto" aria-label={words('shell.search')} placeholder={words('shell.search')} />
      </form>}
      <div className={css.tools}>
        {hasPage('/search') && (
          <Link to="/search" className={css.searchLink} aria-label={words('shell.search')} title={words('shell.search')}>
            <SearchIcon />
          </Link>
        )}
        <LanguageSwitch />
        <ThemeSwitch />
        {viewer ? (
          <OwnMenu />
        ) : (
          <Link to="/signin" className={css.signIn}>
            <SignInIcon size={18} />
            <T id="shell.signIn" />
          </Link>
        )}
      </div>
    </header>
  );
}

function OwnMenu() {
  const words = useWords();
  const viewer = useViewer()!;
  const toast = useToast();
  const hasPage = useHasPage();
  const toWords = useRefusal();
  const signOut = async () => {
    try {
      await postJson('/auth/sign-out', {});
      // A full load: nothing of what this person saw may stay in memory.
      window.location.assign('/');
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  const openCases = viewer.openCaseCount ?? 0;
  const items: MenuItem[] = [
    { key: 'profile', label: <bdi>{viewer.name}</bdi>, icon: <PersonIcon />, to: `/members/${viewer.handle}` },
    ...menuPlaces.member.map(({ to, word, Icon }) => ({ key: to, to, label: <T id={word} />, icon: <Icon /> })),
    // A phone's bar has no room for them.
    ...railPlaces(viewer).staff.map(({ to, word, Icon, counted }) => ({ key: to, to, label: <><T id={word} />{counted && openCases > 0 && <> <OpenCases count={openCases} /></>}</>, icon: <Icon /> })),
    { key: 'settings', label: <T id="shell.settings" />, icon: <SettingsIcon />, to: '/settings' },
    { key: 'signOut', label: <T id="shell.signOut" />, icon: <SignOutIcon />, onSelect: () => void signOut() },
  ];
  return <Menu label={words('shell.own', { name: viewer.name })} button={<PersonIcon size={24} />} items={items.filter(({ to }) => !to || hasPage(to))} />;
}
