export { makeLesson, makeReply, setLessonStatus, type LessonWish } from './lesson.factory';
export { forumStory, type ForumStory } from './story';
