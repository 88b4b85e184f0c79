export { forumPages, forumWords, questionWords } from './routes';
export { WaitingQuestions } from './Questions/WaitingQuestions';
export { LessonCard, LessonCards, lessonPath } from './LessonCard/LessonCard';
export { LatestLessons, LessonsOfCity, LessonsOfMember, SearchResults, TriedInCity } from './Embedded/Embedded';
