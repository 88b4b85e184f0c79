import { LessonIcon, HelpIcon, EditIcon, Link, Sheet, T, useHasPage, useViewer, WriteIcon } from '@crosscity/platform/web';
import { useState } from 'react';
import css from './Shell.module.css';

const allWays = [
  { to: '/write', word: 'shell.write.lesson', hint: 'shell.write.lesson.hint', Icon: LessonIcon },
  { to: '/questions/ask', word: 'shell.write.question', hint: 'shell.write.question.hint', Icon: HelpIcon },
  { to: '/drafts', word: 'shell.write.drafts', hint: 'shell.write.drafts.hint', Icon: EditIcon },
];

/** "Write" in the middle of the phone's bar. A link first, so that it leads somewhere without script. */
export function WriteButton({ className }: { className: string }) {
  const [open, setOpen] = useState(false);
  const viewer = useViewer();
  const hasPage = useHasPage();
  const ways = allWays.filter(({ to }) => hasPage(to));
  return (
    <>
      <Link
        to="/write"
        className={`${className} ${css.barWrite}`}
        onClick={(event) => {
          if (!viewer || ways.length < 2) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span className={css.icon}>
          <WriteIcon size={22} />
        </span>
        <span>
          <T id="shell.write" />
        </span>
      </Link>
      <Sheet open={open} onClose={() => setOpen(false)} title={<T id="shell.write" />}>
        <ul role="list" className={css.ways}>
          {ways.map(({ to, word, hint, Icon }) => (
            <li key={to}>
              <Link to={to} className={css.way} onClick={() => setOpen(false)}>
                <Icon />
                <span>
                  <strong>
                    <T id={word} />
                  </strong>
                  <small>
                    <T id={hint} />
                  </small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
