import { eventsLimits } from '@crosscity/events/contract';
import { Banner, Button, Dialog, T, TextArea, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { CancelEventDocument, PublishEventDocument, type EventFormFragment } from './EventEditorPage.generated';
import css from './EventEditorPage.module.css';

/** The two steps that others notice: everybody can register from now on; everybody with a place is told that it is off. */
export function PublishOrCancel({ event }: { event: EventFormFragment }) {
  const toast = useToast();
  const toWords = useRefusal();
  const words = useWords();
  const [publish, publishing] = useMutation(PublishEventDocument);
  const [cancel, cancelling] = useMutation(CancelEventDocument);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const goPublic = async () => {
    setProblem('');
    try {
      await publish({ variables: { input: { id: event.id } } });
      toast({ words: <T id="events.publish.done" /> });
    } catch (error) {
      setProblem(toWords(error));
    }
  };
  const callOff = async () => {
    if (reason.trim().length < 3) return setProblem(words('events.cancelEvent.missing'));
    try {
      await cancel({ variables: { input: { id: event.id, reason } } });
      setAsking(false);
    } catch (error) {
      setProblem(toWords(error));
    }
  };
  return (
    <section className={css.part} aria-labelledby="publish">
      <h2 id="publish"><T id={event.status === 'draft' ? 'events.publish.title' : 'events.cancelEvent.title'} /></h2>
      {problem && !asking && <Banner kind="danger" live><p>{problem}</p></Banner>}
      {event.status === 'draft'
        ? <><p><T id="events.publish.words" /></p><div><Button kind="primary" state={publishing.loading ? 'busy' : undefined} onClick={() => void goPublic()}><T id="events.publish" /></Button></div></>
        : <><p><T id="events.cancelEvent.words" /></p><div><Button kind="danger" onClick={() => { setProblem(''); setAsking(true); }}><T id="events.cancelEvent" /></Button></div></>}
      <Dialog
        open={asking} onClose={() => setAsking(false)} title={<T id="events.cancelEvent.ask" />}
        actions={<><Button kind="danger" state={cancelling.loading ? 'busy' : undefined} onClick={() => void callOff()}><T id="events.cancelEvent" /></Button><Button onClick={() => setAsking(false)}><T id="events.cancelEvent.keep" /></Button></>}
      >
        <TextArea label={<T id="events.cancelEvent.reason" />} hint={<T id="events.cancelEvent.reason.hint" />} limit={eventsLimits.reason} rows={3} value={reason} error={problem || undefined} onChange={(change) => setReason(change.currentTarget.value)} />
      </Dialog>
    </section>
  );
}
