import { useEffect, useRef } from 'react';
import { Link } from '../page/Link';
import { T, useWords } from '../words/words';
import css from './Banner.module.css';

export interface FieldProblem {
  /** The id of the field, as given to it. */
  field?: string;
  /** Where the field is, when that is another page. */
  to?: string;
  words: string;
}

/** After a failed save: takes the focus, lists each problem as a link to its field, and marks the title of the page. */
export function ErrorSummary({ problems }: { problems: FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const words = useWords();
  const shown = problems.map((problem) => problem.words).join('\n');
  const mark = useRef((title: string) => title);
  useEffect(() => {
    mark.current = (title) => words('platform.problems.title', { title });
  });
  useEffect(() => {
    if (!shown) return undefined;
    box.current?.focus();
    const title = document.title;
    document.title = mark.current(title);
    return () => void (document.title = title);
  }, [shown]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={`${css.banner} ${css.danger} ${css.summary}`}>
      <div>
        <h2>
          <T id="platform.problems" values={{ count: problems.length as never }} />
        </h2>
        <ul>
          {problems.map(({ field, to, words: sentence }) => (
            <li key={field ?? sentence}>
              {to ? (
                <Link to={to}>{sentence}</Link>
              ) : field ? (
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    const target = document.getElementById(field);
                    target?.focus();
                    target?.scrollIntoView({ block: 'center' });
                  }}
                >
                  {sentence}
                </a>
              ) : (
                sentence
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
