export { makeLesson, makeReply, setLessonStatus, type LessonWish } from './lesson.factory';
export { forumStory, type ForumStory } from './story';
export { makeSpace, type SpaceWish } from './space.factory';
