import { citiesPages } from '@crosscity/cities/web';
import { eventsPages } from '@crosscity/events/web';
import { forumPages } from '@crosscity/forum/web';
import { identityPages } from '@crosscity/identity/web';
import { moderationPages } from '@crosscity/moderation/web';
import { notificationsPages } from '@crosscity/notifications/web';
import type { Page } from '@crosscity/platform/web';
import { ownPages } from './routes';

/** The route table of the product. The first match wins: within a lib, fixed paths stand before those with parameters. */
export const pages: readonly Page[] = [
  ...ownPages,
  ...identityPages,
  ...forumPages,
  ...eventsPages,
  ...citiesPages,
  ...moderationPages,
  ...notificationsPages,
];
