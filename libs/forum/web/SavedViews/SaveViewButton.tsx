import { BookmarkIcon, Button, Link, T, later } from '@crosscity/platform/web';
import { useState } from 'react';
import css from './SaveViewButton.module.css';

/** What a list is narrowed to, as it is kept. */
export interface KeptFilter {
  place: 'lessons' | 'search';
  query?: string;
  themes?: string[];
  levels?: string[];
  cities?: string[];
  languages?: string[];
  results?: string[];
  evidence?: string[];
  audiences?: string[];
}

const SaveViewDialog = later(() => import('./SaveViewDialog').then(({ SaveViewDialog: dialog }) => dialog));

/** "Save this view": a name for the list as it is now, and whether one wants to hear of new ones. For people who are signed in. */
export function SaveViewButton({ view, suggestedName }: { view: KeptFilter; suggestedName: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={css.keep}>
      <Button kind="quiet" icon={<BookmarkIcon />} aria-haspopup="dialog" onPointerEnter={SaveViewDialog.fetch} onFocus={SaveViewDialog.fetch} onClick={() => setOpen(true)}>
        <T id="forum.view.save" />
      </Button>
      <Link to="/me/views">
        <T id="forum.views.link" />
      </Link>
      {open && <SaveViewDialog view={view} suggestedName={suggestedName} onClose={() => setOpen(false)} />}
    </div>
  );
}
