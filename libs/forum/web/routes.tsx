import { defineWords, type Page } from '@crosscity/platform/web';

export const forumWords = defineWords(import.meta.glob('./locales/*.json'));

export const forumPages: Page[] = [
  { path: '/lessons', load: () => import('./LessonListPage/LessonListPage'), words: forumWords },
  { path: '/lessons/:id/history', load: () => import('./History/HistoryPage'), words: forumWords, access: 'signedIn' },
  { path: '/lessons/:id/edit', load: () => import('./Writing/EditLessonPage'), words: forumWords, access: 'signedIn' },
  { path: '/lessons/:id/published', load: () => import('./Writing/PublishedPage'), words: forumWords, access: 'signedIn' },
  { path: '/lessons/:id/:slug?', load: () => import('./LessonPage/LessonPage'), words: forumWords },
  { path: '/write', load: () => import('./Writing/WritePage'), words: forumWords, access: 'signedIn' },
  { path: '/drafts', load: () => import('./Drafts/DraftsPage'), words: forumWords, access: 'signedIn' },
  { path: '/drafts/:id', load: () => import('./Writing/DraftPage'), words: forumWords, access: 'signedIn' },
];
