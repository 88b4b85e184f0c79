import { useMutation } from '@apollo/client/react';
import { BellIcon, CheckIcon, Menu, T, useRefusal, useToast, useWords, type MenuItem } from '@crosscity/platform/web';
import { FollowThreadDocument, MarkUnreadDocument, type LessonReadingFragment } from './Discussion.generated';
import css from './FollowMenu.module.css';

type Level = LessonReadingFragment['follow'];
const levels: Level[] = ['everything', 'mentions', 'none', 'muted'];

/** How much one wants to hear of this discussion. Every change can be taken back. */
export function FollowMenu({ threadId, reading }: { threadId: string; reading: LessonReadingFragment }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [follow] = useMutation(FollowThreadDocument);
  const [markUnread] = useMutation(MarkUnreadDocument);
  async function choose(level: Level, before?: Level) {
    try {
      await follow({ variables: { input: { threadId, level } } });
      toast({ words: words(`forum.follow.done.${level}`), undo: before === undefined ? undefined : () => choose(before) });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  }
  const items: MenuItem[] = levels.map((level) => ({
    key: level,
    label: words(`forum.follow.choice.${level}`),
    icon: level === reading.follow ? <CheckIcon /> : <span className={css.noIcon} />,
    onSelect: () => void choose(level, reading.follow),
  }));
  items.push({
    key: 'unread',
    label: words('forum.follow.markUnread'),
    icon: <span className={css.noIcon} />,
    onSelect: () => void markUnread({ variables: { input: { threadId, from: 1 } } }).then(() => toast({ words: words('forum.follow.markedUnread') }), (error) => toast({ words: toWords(error) })),
  });
  return (
    <Menu
      className={css.button}
      label={words('forum.follow.label', { level: words(`forum.follow.now.${reading.follow}`) })}
      button={
        <>
          <BellIcon />
          <T id={`forum.follow.now.${reading.follow}`} />
        </>
      }
      items={items}
    />
  );
}
