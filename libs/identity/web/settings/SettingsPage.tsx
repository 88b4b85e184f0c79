import type { PageModule } from '@crosscity/platform/web';

export const title: PageModule['title'] = () => 'Crosscity';
/** An address for menus; the first of the settings is what opens. */
export const outcome: PageModule['outcome'] = () => ({ redirect: '/settings/profile' });

export function Page() {
  return null;
}
