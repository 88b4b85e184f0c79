import { LESSON_PARTS } from '@crosscity/forum/contract';
import { Disclosure, T, useWords } from '@crosscity/platform/web';
import type { LessonPageQuery } from './LessonPage.generated';
import css from './Contents.module.css';

/** Where one can go on this page. On a phone a line that opens, on a wide screen beside the text. */
export function Contents({ lesson, compact = false }: { lesson: LessonPageQuery['lesson']; compact?: boolean }) {
  const words = useWords();
  const newCount = lesson.reading?.newCount ?? 0;
  const places = [
    { id: 'in-short', label: words('forum.lesson.inShort') },
    ...LESSON_PARTS.filter((part) => lesson.parts.some((text) => text.part === part && text.html)).map((part) => ({ id: part, label: words(`forum.part.${part}`) })),
    { id: 'tried', label: words('forum.trials.title') },
    { id: 'discussion', label: words('forum.discussion.contents', { count: lesson.replyCount, fresh: newCount }) },
  ];
  const list = (
    <ol role="list" className={css.places} data-contents="">
      {places.map(({ id, label }) => (
        <li key={id}>
          <a href={`#${id}`}>{label}</a>
        </li>
      ))}
    </ol>
  );
  return compact ? (
    <nav className={css.compact} aria-label={words('forum.lesson.contents')}>
      <Disclosure summary={<T id="forum.lesson.contents" />}>{list}</Disclosure>
    </nav>
  ) : (
    <nav className={css.wide} aria-labelledby="contents-title">
      <p id="contents-title">
        <T id="forum.lesson.contents" />
      </p>
      {list}
    </nav>
  );
}
