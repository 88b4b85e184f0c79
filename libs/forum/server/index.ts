import '@crosscity/forum/contract';

export { ForumModule, forumEntities } from './forum.module';
export { LessonWritingRepository, prepareText, type LessonWords } from './lesson-writing.repository';
export { ReplyWritingRepository } from './reply-writing.repository';
export { ThreadEntity } from './thread.entity';
export { LessonPage, LessonType } from './lesson.type';
export { CollectionsService } from './collections.service';
export { LessonReviewsService } from './lesson-reviews.service';
export { LessonsService } from './lessons.service';
export { QuestionType } from './question.type';
export { QuestionsService } from './questions.service';
export { ReadingService } from './reading.service';
export { RepliesService } from './replies.service';
export { ReplyType, TrialType } from './reply.type';
export { seedLessons, type SampleLesson, type SamplePublication, type SampleSurroundings } from './sample';
export { WordList } from './finding/word-list';
export { SavedViewsRepository } from './finding/saved-views.repository';
