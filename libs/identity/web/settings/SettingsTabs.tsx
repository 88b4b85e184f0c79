import { T, Tabs, useHasPage, useWords } from '@crosscity/platform/web';

const PLACES = [
  { to: '/settings/profile', word: 'identity.settings.profile' },
  { to: '/settings/notifications', word: 'identity.settings.notifications' },
  { to: '/settings/following', word: 'identity.settings.following' },
  { to: '/settings/display', word: 'identity.settings.display' },
  { to: '/settings/security', word: 'identity.settings.security' },
];

/** The places of one's own settings. Other capabilities show it above theirs. */
export function SettingsTabs() {
  const words = useWords();
  const hasPage = useHasPage();
  return <Tabs label={words('identity.settings.title')} tabs={PLACES.filter(({ to }) => hasPage(to)).map(({ to, word }) => ({ to, label: <T id={word} /> }))} />;
}
