import '@crosscity/forum/contract';

export { ForumModule, forumEntities } from './forum.module';
export { LessonWritingRepository, prepareText, type LessonWords } from './lesson-writing.repository';
export { ReplyWritingRepository } from './reply-writing.repository';
export { ThreadEntity } from './thread.entity';
export { LessonPage, LessonType } from './lesson.type';
export { LessonsService } from './lessons.service';
export { ReadingService } from './reading.service';
export { RepliesService } from './replies.service';
export { ReplyType, TrialType } from './reply.type';
export { seedLessons, type SampleLesson, type SamplePublication, type SampleSurroundings } from './sample';
export { SpaceEntity } from './space.entity';
export { SpaceMemberEntity } from './space-people.entity';
export { WordList } from './finding/word-list';
export { SavedViewsRepository } from './finding/saved-views.repository';
