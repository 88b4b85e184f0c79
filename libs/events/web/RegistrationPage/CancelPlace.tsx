import { Button, Dialog, T, UndoIcon, useFormats, useRefusal, useToast } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { CancelRegistrationDocument, RestoreRegistrationDocument, type RegistrationPageQuery } from './RegistrationPage.generated';
import css from './RegistrationPage.module.css';

/** Giving a place up: one question, and ten minutes to take it back. */
export function CancelPlace({ registration }: { registration: RegistrationPageQuery['registration'] }) {
  const { id, viewerCan, undoUntil, status } = registration;
  const toast = useToast();
  const toWords = useRefusal();
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const [cancel, cancelling] = useMutation(CancelRegistrationDocument);
  const [restore, restoring] = useMutation(RestoreRegistrationDocument);
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  const takeBack = () => attempt(() => restore({ variables: { input: { id } } }));
  const giveUp = () => attempt(async () => {
    await cancel({ variables: { input: { id } } });
    setAsking(false);
    toast({ words: <T id="events.cancel.done" />, undo: takeBack });
  });
  return (
    <>
      {viewerCan.restore && undoUntil && (
        <p className={css.undo}>
          <Button icon={<UndoIcon size={18} />} state={restoring.loading ? 'busy' : undefined} onClick={() => void takeBack()}><T id="events.cancel.undo" /></Button>
          <span><T id="events.cancel.undoUntil" values={{ time: formats.time(undoUntil) }} /></span>
        </p>
      )}
      {viewerCan.cancel && <div><Button kind="danger" onClick={() => setAsking(true)}><T id={`events.cancel.${status}`} /></Button></div>}
      <Dialog
        open={asking} onClose={() => setAsking(false)} title={<T id={status === 'requested' ? 'events.cancel.title.requested' : 'events.cancel.title'} />}
        actions={<>
          <Button kind="danger" state={cancelling.loading ? 'busy' : undefined} onClick={() => void giveUp()}><T id="events.cancel.yes" /></Button>
          <Button onClick={() => setAsking(false)}><T id="events.cancel.no" /></Button>
        </>}
      >
        {/* While the dialog closes, the place is given up already. */}
        {viewerCan.cancel && <p><T id={`events.cancel.words.${status}`} /></p>}
      </Dialog>
    </>
  );
}
