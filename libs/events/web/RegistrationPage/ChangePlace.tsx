import { eventsLimits } from '@crosscity/events/contract';
import { Button, Disclosure, ErrorSummary, SaveState, T, TextArea, useDeviceDraft, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useEffect, useState, type FormEvent } from 'react';
import { SessionChoice, limitedOf } from '../RegisterPage/SessionChoice';
import { ChangeSessionsDocument, type RegistrationPageQuery } from './RegistrationPage.generated';
import css from './RegistrationPage.module.css';

type Registration = RegistrationPageQuery['registration'];

/** Other sessions, other needs. */
export function ChangePlace({ registration, event }: { registration: Registration; event: Registration['event'] }) {
  const toWords = useRefusal();
  const words = useWords();
  const toast = useToast();
  const [save, { loading }] = useMutation(ChangeSessionsDocument);
  const [sessionIds, setSessionIds] = useState(registration.sessions.map(({ sessionId }) => sessionId));
  const [needs, setNeeds] = useState(registration.needs ?? '');
  const [problem, setProblem] = useState<{ field?: string; words: string } | null>(null);
  const draft = useDeviceDraft<string>(`needs:${registration.id}`);
  useEffect(() => {
    if (draft.found) setNeeds(draft.found.content);
  }, [draft.found]);
  const submit = async (form: FormEvent) => {
    form.preventDefault();
    if (needs.length > eventsLimits.needs) return setProblem({ field: 'needs', words: words('events.register.needs.tooLong', { most: eventsLimits.needs }) });
    setProblem(null);
    const held = registration.sessions.map(({ sessionId }) => sessionId);
    const waits = limitedOf(event).some(({ id, placesLeft }) => sessionIds.includes(id) && !held.includes(id) && placesLeft === 0);
    try {
      await save({ variables: { input: { id: registration.id, sessionIds, waitForSessions: waits, needs: needs.trim() || null } } });
      await draft.forget();
      toast({ words: <T id="events.change.done" /> });
    } catch (error) {
      setProblem({ words: toWords(error) });
    }
  };
  return (
    <Disclosure summary={<T id={limitedOf(event).length > 0 ? 'events.change' : 'events.change.needs'} />} open={draft.found != null || undefined}>
      <form className={css.form} onSubmit={(form) => void submit(form)} noValidate>
        <ErrorSummary problems={problem ? [problem] : []} />
        {limitedOf(event).length > 0 && (
          <SessionChoice event={event} value={sessionIds} onChange={setSessionIds} held={registration.sessions.filter(({ seat }) => seat === 'confirmed').map(({ sessionId }) => sessionId)} label={<T id="events.register.sessions.label" />} />
        )}
        <TextArea
          id="needs" label={<T id="events.register.needs.label" />} optional hint={<T id="events.register.needs.hint" />} limit={eventsLimits.needs} rows={3} value={needs} saveState={<SaveState device={draft.state} />}
          error={problem?.field === 'needs' ? problem.words : undefined}
          onChange={(change) => {
            setNeeds(change.currentTarget.value);
            draft.keep(change.currentTarget.value);
          }}
        />
        <div><Button type="submit" kind="primary" state={loading ? 'busy' : undefined}><T id="events.change.save" /></Button></div>
      </form>
    </Disclosure>
  );
}
