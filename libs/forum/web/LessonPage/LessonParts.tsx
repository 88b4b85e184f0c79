import { LESSON_PARTS } from '@crosscity/forum/contract';
import { LinkIcon, UserText, directionOf, useWords } from '@crosscity/platform/web';
import type { LessonBodyFragment } from './LessonBody.generated';
import { useCopy } from './useShare';
import css from './LessonParts.module.css';

/** The five parts, each with its colour, its number and an address of its own. */
export function LessonParts({ lesson, path }: { lesson: Pick<LessonBodyFragment, 'language' | 'parts'>; path?: string }) {
  const words = useWords();
  const copy = useCopy();
  return (
    <div className={css.parts}>
      {LESSON_PARTS.map((part, index) => {
        const html = lesson.parts.find((text) => text.part === part)?.html;
        if (!html) return null;
        const name = words(`forum.part.${part}`);
        return (
          <section key={part} id={part} className={css.part} data-part={index + 1} aria-labelledby={`${part}-title`}>
            <h2 id={`${part}-title`}>
              {name}
              <a href={`#${part}`} className={css.anchor} aria-label={words('forum.part.link', { part: name })} onClick={() => path && void copy(`${path}#${part}`)}>
                <LinkIcon size={18} />
              </a>
            </h2>
            <div dir={directionOf(lesson.language)} lang={lesson.language} data-quote={path && part}>
              <UserText html={html} lang={lesson.language} reading />
            </div>
          </section>
        );
      })}
    </div>
  );
}
