import { Button, T } from '@crosscity/platform/web';
import css from './NewReplies.module.css';

/** "2 new replies, show": what came while one reads waits here, and moves nothing. */
export function NewReplies({ count, busy, onShow }: { count: number; busy: boolean; onShow: () => void }) {
  return (
    <div className={css.bar} role="status" data-shown={count > 0 || undefined}>
      {count > 0 && (
        <Button kind="primary" state={busy ? 'busy' : undefined} onClick={onShow}>
          <T id="forum.discussion.showNew" values={{ count: count as never }} />
        </Button>
      )}
    </div>
  );
}
