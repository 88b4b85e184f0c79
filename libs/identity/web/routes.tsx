import { defineWords, type Page } from '@crosscity/platform/web';

export const identityWords = defineWords(import.meta.glob('./locales/*.json'));

/** The words of staff's pages about accounts, apart: nobody else needs them. */
const careWords = defineWords(import.meta.glob('./care/locales/*.json'));

/** The page of one member shows what several capabilities know of them and is in apps/web. */
export const identityPages: Page[] = [
  { path: '/signin', load: () => import('./SignInPage/SignInPage'), words: identityWords },
  { path: '/signin/forgot', load: () => import('./ResetPages/ForgotPage'), words: identityWords },
  { path: '/signin/reset', load: () => import('./ResetPages/ResetPage'), words: identityWords },
  { path: '/join', load: () => import('./JoinPage/JoinPage'), words: identityWords },
  { path: '/join/waiting', load: () => import('./JoinPage/WaitingPage'), words: identityWords },
  { path: '/join/confirm', load: () => import('./JoinPage/ConfirmPage'), words: identityWords },
  { path: '/staff/applications', load: () => import('./ApplicationsPage/ApplicationsPage'), words: identityWords, access: 'staff' },
  { path: '/staff/members', load: () => import('./MemberFilesPage/MemberFilesPage'), words: [identityWords, careWords], access: 'staff' },
  { path: '/staff/members/:id', load: () => import('./MemberFilePage/MemberFilePage'), words: [identityWords, careWords], access: 'staff' },
  { path: '/members', load: () => import('./MembersPage/MembersPage'), words: identityWords, access: 'signedIn' },
  { path: '/settings', load: () => import('./settings/SettingsPage'), words: identityWords, access: 'signedIn' },
  { path: '/settings/profile', load: () => import('./settings/ProfilePage'), words: identityWords, access: 'signedIn' },
  { path: '/settings/security', load: () => import('./settings/SecurityPage'), words: identityWords, access: 'signedIn' },
  { path: '/settings/display', load: () => import('./settings/DisplayPage'), words: identityWords, access: 'signedIn' },
];
