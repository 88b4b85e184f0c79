import { Button, Link, RelativeTime, T, UnreadDot, UserText, useFormats, useWords } from '@crosscity/platform/web';
import { useIntl } from 'react-intl';
import type { InboxLineFragment } from './InboxLine.generated';
import type { InboxActs } from './useInboxActs';
import css from './InboxLine.module.css';

/** What happened, to what, why the reader hears of it, and when. */
export function InboxLine({ line, acts }: { line: InboxLineFragment; acts: InboxActs }) {
  const isNew = line.newCount > 0;
  return (
    <article className={css.line} data-new={isNew || undefined}>
      <div className={css.mark}>{isNew && <UnreadDot count={line.newCount > 1 ? line.newCount : undefined} />}</div>
      <div className={css.words}>
        <p>
          <Sentence line={line} />
        </p>
        {line.isAvailable && line.path ? (
          <p className={css.title}>
            <Link to={line.path} data-line onClick={() => acts.open(line)}>
              {line.title ? <UserText of="span" text={line.title} lang={line.language} /> : <T id="inbox.open" />}
            </Link>
          </p>
        ) : null}
        <p className={css.facts}>
          {line.isAvailable && <Reason reason={line.reason} />}
          <RelativeTime at={line.newestAt} />
        </p>
      </div>
      <div className={css.acts}>
        {isNew ? (
          <Button kind="quiet" onClick={() => void acts.markRead([line])}>
            <T id="inbox.mark" />
          </Button>
        ) : (
          <Button kind="quiet" onClick={() => void acts.markUnread(line)}>
            <T id="inbox.markUnread" />
          </Button>
        )}
      </div>
    </article>
  );
}

function Sentence({ line }: { line: InboxLineFragment }) {
  const intl = useIntl();
  const words = useWords();
  const formats = useFormats();
  if (!line.isAvailable) return <T id="inbox.gone" />;
  // Each name isolated: Latin names in an Arabic sentence keep their places.
  const names = line.voices.map(({ kind, name }) => `\u2068${kind === 'unattributed' ? words('platform.voice.unattributed') : (name ?? '')}\u2069`);
  const more = line.voiceCount - names.length;
  const who = names.length === 0 ? words('inbox.somebody') : more > 0 ? words('inbox.andOthers', { names: names.join(words('inbox.separator')), count: more }) : formats.list(names);
  const { action, result } = Object.fromEntries(line.values.map(({ name, value }) => [name, value]));
  // From the most particular words to the plainest: who hears of it, what was decided, how it went.
  const variants = [[line.reason, action], [line.reason], [action], [result], []].map((parts) => `inbox.line.${[line.kind, ...parts].join('.')}`);
  const id = variants.find((variant) => variant in intl.messages) ?? 'inbox.line.other';
  return <T id={id} values={{ count: Math.max(1, line.newCount) as never, who: <strong>{who}</strong> }} />;
}

function Reason({ reason }: { reason: string }) {
  const intl = useIntl();
  const id = `inbox.because.${reason}`;
  return id in intl.messages ? (
    <span>
      <T id={id} />
    </span>
  ) : null;
}
