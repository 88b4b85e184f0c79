import { ShownFiles, type ShownFileFragment } from '@crosscity/files/web';
import { LESSON_PARTS, type LessonPart } from '@crosscity/forum/contract';
import { LinkIcon, UserText, directionOf, useWords } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import type { LessonBodyFragment } from './LessonBody.generated';
import css from './LessonParts.module.css';

/** The five parts, each with its colour, its number and an address of its own. */
export function LessonParts({ lesson, filesOf = (part) => <ShownFiles files={filesAt(lesson, part)} language={lesson.language} /> }: { lesson: Pick<LessonBodyFragment, 'language' | 'parts'> & { files?: readonly ShownFileFragment[] }; filesOf?: (part: LessonPart) => ReactNode }) {
  const words = useWords();
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
              <a href={`#${part}`} className={css.anchor} aria-label={words('forum.part.link', { part: name })}>
                <LinkIcon size={18} />
              </a>
            </h2>
            <div dir={directionOf(lesson.language)} lang={lesson.language}>
              <UserText html={html} lang={lesson.language} reading />
            </div>
            {filesOf(part)}
          </section>
        );
      })}
    </div>
  );
}

/** Files of a part that has no words, or of none, stand at the end of what was done: every lesson has that part. */
function filesAt({ parts, files = [] }: { parts: readonly { part: LessonPart; html: string }[]; files?: readonly ShownFileFragment[] }, part: LessonPart): ShownFileFragment[] {
  const written = new Set<string | null | undefined>(parts.filter(({ html }) => html).map((text) => text.part));
  return files.filter((file) => (written.has(file.part) ? file.part : 'did') === part);
}
