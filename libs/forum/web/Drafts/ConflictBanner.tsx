import { Banner, Button, T, UserText, useFormats } from '@crosscity/platform/web';
import type { DraftContent } from '@crosscity/forum/contract';
import type { Conflict } from './useSavedDraft';
import css from './ConflictBanner.module.css';

/** Two devices wrote the same text: both are shown, and the person chooses. Nothing is merged alone. */
export function ConflictBanner({ conflict, mine, onChoose, show }: { conflict: Conflict; mine: DraftContent; onChoose: (choice: 'mine' | 'theirs') => void; show: readonly (keyof DraftContent)[] }) {
  const formats = useFormats();
  const text = (content: DraftContent) => show.map((field) => content[field]).filter((value): value is string => typeof value === 'string' && value !== '').join('\n\n');
  return (
    <Banner kind="warning" live title={<T id="forum.conflict.title" />}>
      <p>
        <T id="forum.conflict.words" values={{ device: <bdi>{conflict.device || '–'}</bdi>, time: formats.dateTime(conflict.updatedAt) }} />
      </p>
      <div className={css.both}>
        <section>
          <h3>
            <T id="forum.conflict.mine" />
          </h3>
          <div className={css.text}>
            <UserText text={text(mine)} />
          </div>
          <Button onClick={() => onChoose('mine')}>
            <T id="forum.conflict.keepMine" />
          </Button>
        </section>
        <section>
          <h3>
            <T id="forum.conflict.theirs" />
          </h3>
          <div className={css.text}>
            <UserText text={text(conflict.content)} />
          </div>
          <Button onClick={() => onChoose('theirs')}>
            <T id="forum.conflict.keepTheirs" />
          </Button>
        </section>
      </div>
    </Banner>
  );
}
