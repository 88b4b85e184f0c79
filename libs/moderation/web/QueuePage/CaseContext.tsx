import { Disclosure, T, UserText, VoiceLine, useWords } from '@crosscity/platform/web';
import { speaking } from '../speaking';
import type { CaseFileFragment } from './CaseFile.generated';
import css from './CasePane.module.css';

/** What the text answers, and what was said just before it. */
export function CaseContext({ context }: { context: CaseFileFragment['context'] }) {
  const words = useWords();
  if (context.length === 0) return null;
  return (
    <Disclosure summary={words('moderation.context', { count: context.length })}>
      <ol role="list" className={css.context}>
        {context.map((part, index) => (
          <li key={index}>
            <VoiceLine voice={speaking(part.voice)} after={<T id={`moderation.context.${part.relation}`} />} />
            <UserText html={part.html} lang={part.language} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
