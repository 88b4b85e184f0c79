export { forumPages, forumWords } from './routes';
export { sendWaitingLessons } from './Drafts/sendWaitingLessons';
export { LessonCard, LessonCards, lessonPath } from './LessonCard/LessonCard';
export { LatestLessons, LessonsOfCity, LessonsOfMember, SearchResults, TriedInCity } from './Embedded/Embedded';
export { SaveViewButton } from './SavedViews/SaveViewButton';
