import { Link, T, directionOf } from '@crosscity/platform/web';
import { lessonPath } from '../LessonCard/LessonCard';
import css from './Trials.module.css';

/** The lesson that a trial became. */
export function Became({ lesson }: { lesson: { id: string; slug: string; title: string; language: string } }) {
  const link = (
    <Link to={lessonPath(lesson)} lang={lesson.language} dir={directionOf(lesson.language)}>
      {lesson.title}
    </Link>
  );
  return (
    <p className={css.became}>
      <T id="forum.chain.became" values={{ lesson: link }} />
    </p>
  );
}
