import { citiesWords } from '@crosscity/cities/web';
import { filesWords, filesWritingWords } from '@crosscity/files/web';
import { identityWords } from '@crosscity/identity/web';
import { moderationWords } from '@crosscity/moderation/web';
import { defineWords, type Page } from '@crosscity/platform/web';

export const forumWords = defineWords(import.meta.glob('./locales/*.json'));

/** The words of writing, apart: readers of a lesson don't need them. */
const writingWords = defineWords(import.meta.glob('./Writing/locales/*.json'));

/** The words of questions: the page of a lesson doesn't need them. */
export const questionWords = defineWords(import.meta.glob('./Questions/locales/*.json'));

export const followingWords = defineWords(import.meta.glob('./Following/locales/*.json'));
/** The words of spaces, apart. */
const spaceWords = defineWords(import.meta.glob('./Spaces/locales/*.json'));

export const forumPages: Page[] = [
  { path: '/lessons', load: () => import('./LessonListPage/LessonListPage'), words: forumWords },
  { path: '/lessons/:id/history', load: () => import('./History/HistoryPage'), words: [forumWords, writingWords], access: 'signedIn' },
  { path: '/lessons/:id/edit', load: () => import('./Writing/EditLessonPage'), words: [forumWords, writingWords, filesWords, filesWritingWords], access: 'signedIn' },
  { path: '/lessons/:id/published', load: () => import('./Writing/PublishedPage'), words: [forumWords, writingWords], access: 'signedIn' },
  { path: '/lessons/:id/:slug?', load: () => import('./LessonPage/LessonPage'), words: [forumWords, moderationWords, citiesWords, filesWords] },
  { path: '/questions', load: () => import('./Questions/QuestionListPage'), words: [forumWords, questionWords] },
  { path: '/questions/ask', load: () => import('./Questions/AskPage'), words: [forumWords, writingWords, questionWords], access: 'signedIn' },
  { path: '/questions/:id/edit', load: () => import('./Questions/EditQuestionPage'), words: [forumWords, writingWords, questionWords], access: 'signedIn' },
  { path: '/questions/:id/:slug?', load: () => import('./Questions/QuestionPage'), words: [forumWords, questionWords, moderationWords] },
  { path: '/settings/following', load: () => import('./Following/FollowingPage'), words: [forumWords, followingWords, identityWords], access: 'signedIn' },
  { path: '/collections', load: () => import('./Collections/CollectionsPage'), words: forumWords },
  { path: '/collections/:id', load: () => import('./Collections/CollectionPage'), words: [forumWords, moderationWords] },
  { path: '/spaces', load: () => import('./Spaces/SpacesPage'), words: [forumWords, spaceWords] },
  { path: '/spaces/:slug', load: () => import('./Spaces/SpacePage'), words: [forumWords, spaceWords] },
  { path: '/spaces/:slug/care', load: () => import('./Spaces/CarePage'), words: [forumWords, spaceWords], access: 'signedIn' },
  { path: '/staff/spaces/new', load: () => import('./Spaces/NewSpacePage'), words: [forumWords, spaceWords], access: 'staff' },
  { path: '/write', load: () => import('./Writing/WritePage'), words: [forumWords, writingWords], access: 'signedIn' },
  { path: '/me/views', load: () => import('./SavedViews/SavedViewsPage'), words: forumWords, access: 'signedIn' },
  { path: '/drafts', load: () => import('./Drafts/DraftsPage'), words: [forumWords, writingWords], access: 'signedIn' },
  { path: '/drafts/:id/:part?', load: () => import('./Writing/DraftPage'), words: [forumWords, writingWords, filesWords, filesWritingWords], access: 'signedIn' },
];
