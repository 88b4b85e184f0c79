import '@crosscity/forum/contract';

export { ForumModule, forumEntities } from './forum.module';
export { LessonWritingRepository } from './lesson-writing.repository';
export { LessonPage, LessonType } from './lesson.type';
export { LessonsService } from './lessons.service';
export { ReadingService } from './reading.service';
export { RepliesService } from './replies.service';
export { ReplyType, TrialType } from './reply.type';
