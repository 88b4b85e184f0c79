export { followingWords, forumPages, forumWords, questionWords } from './routes';
export { sendWaitingLessons } from './Drafts/sendWaitingLessons';
export { FollowMember } from './Following/FollowMember';
export { WaitingQuestions } from './Questions/WaitingQuestions';
export { LessonCard, LessonCards, lessonPath } from './LessonCard/LessonCard';
export { LatestLessons, LessonsOfCity, LessonsOfMember, SearchResults, TriedInCity } from './Embedded/Embedded';
export { SaveViewButton } from './SavedViews/SaveViewButton';
