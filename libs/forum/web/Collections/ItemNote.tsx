import { useMutation } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, T, TextArea, UserText, useDeviceDraft, useRefusal, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { showCaseData } from '../Drafts/show-refused';
import { NoteInCollectionDocument } from './Collections.generated';
import css from './Collections.module.css';

/** Why a lesson is in a collection. What is typed stays on the device until it is in. */
export function ItemNote({ collectionId, lessonId, note, title }: { collectionId: string; lessonId: string; note: string; title: string }) {
  const words = useWords();
  const toWords = useRefusal();
  const draft = useDeviceDraft<string>(`collection-note:${collectionId}:${lessonId}`);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(NoteInCollectionDocument);
  const text = typed ?? draft.found?.content ?? note;
  const field = `note-${lessonId}`;
  const change = (changed: string) => {
    setTyped(changed);
    draft.keep(changed);
  };
  const guard = useCaseData([{ name: 'note', text, id: field, change }], null);
  async function submit() {
    setProblem(undefined);
    if (!(await guard.check())) return;
    try {
      await save({ variables: { input: { id: collectionId, lessonId, note: text.trim() } } });
      await draft.forget();
      setTyped(null);
      setOpen(false);
    } catch (error) {
      setProblem(toWords(error));
      await showCaseData(guard, error, { note: text.trim() });
    }
  }
  if (!open && !draft.found) {
    return (
      <>
        {note && <UserText text={note} of="p" />}
        <Button kind="quiet" aria-label={words(note ? 'forum.collection.changeWhyOf' : 'forum.collection.addWhyOf', { title })} onClick={() => setOpen(true)}>
          <T id={note ? 'forum.collection.changeWhy' : 'forum.collection.addWhy'} />
        </Button>
      </>
    );
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!loading) void submit();
      }}
    >
      <TextArea id={field} label={words('forum.collection.why')} value={text} error={problem} limit={forumLimits.collectionItemNote} rows={2} onChange={(event) => change(event.currentTarget.value)} />
      <CaseDataCheck guard={guard} field="note" />
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
          <T id="forum.collection.save" />
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setTyped(null);
            setOpen(false);
            void draft.forget();
          }}
        >
          <T id="forum.cancel" />
        </Button>
      </div>
    </form>
  );
}
