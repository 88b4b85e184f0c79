import { Button, Disclosure, T, TextInput, newKey, useFormats, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useState, type FormEvent } from 'react';
import { AddGuestDocument, InviteToEventDocument } from './GuestsPage.generated';
import css from './GuestsPage.module.css';

/** Two ways to bring members in: ask them to come, or give one a seat by hand. */
export function LetIn({ eventId, done }: { eventId: string; done: () => void }) {
  return (
    <Disclosure summary={<T id="events.letIn" />}>
      <div className={css.letIn}>
        <Invite eventId={eventId} done={done} />
        <Add eventId={eventId} done={done} />
      </div>
    </Disclosure>
  );
}

/** `@handle`, an address of a profile, or the handle itself. */
function handlesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).map((part) => part.replace(/^.*\/members\//, '').replace(/^@/, '').replace(/[?#].*$/, '').toLowerCase()).filter(Boolean))];
}

function Invite({ eventId, done }: { eventId: string; done: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const toWords = useRefusal();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const [invite, { loading }] = useMutation(InviteToEventDocument);
  const submit = async (form: FormEvent) => {
    form.preventDefault();
    const handles = handlesIn(typed);
    if (handles.length === 0) return setProblem(words('events.letIn.empty'));
    try {
      const { data } = await invite({ variables: { input: { key: newKey(), eventId, handles } } });
      const { invited, unknown } = data!.inviteToEvent;
      toast({ words: <T id="events.letIn.invited" values={{ count: invited }} /> });
      setProblem(unknown.length > 0 ? words('events.letIn.unknown', { handles: formats.list(unknown) }) : '');
      setTyped(unknown.join(' '));
      done();
    } catch (error) {
      setProblem(toWords(error));
    }
  };
  return (
    <form onSubmit={(form) => void submit(form)} noValidate>
      <TextInput dir="ltr" label={<T id="events.letIn.invite" />} hint={<T id="events.letIn.invite.hint" />} error={problem || undefined} value={typed} onChange={(change) => setTyped(change.currentTarget.value)} />
      <Button type="submit" state={loading ? 'busy' : undefined}><T id="events.letIn.invite.send" /></Button>
    </form>
  );
}

function Add({ eventId, done }: { eventId: string; done: () => void }) {
  const words = useWords();
  const toWords = useRefusal();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const [add, { loading }] = useMutation(AddGuestDocument);
  const submit = async (form: FormEvent) => {
    form.preventDefault();
    const [handle] = handlesIn(typed);
    if (!handle) return setProblem(words('events.letIn.empty'));
    try {
      const { data } = await add({ variables: { input: { key: newKey(), eventId, handle } } });
      toast({ words: <T id={data!.addGuest.status === 'waiting' ? 'events.letIn.added.waiting' : 'events.letIn.added'} /> });
      setProblem('');
      setTyped('');
      done();
    } catch (error) {
      setProblem(toWords(error));
    }
  };
  return (
    <form onSubmit={(form) => void submit(form)} noValidate>
      <TextInput dir="ltr" label={<T id="events.letIn.add" />} hint={<T id="events.letIn.add.hint" />} error={problem || undefined} value={typed} onChange={(change) => setTyped(change.currentTarget.value)} />
      <Button type="submit" state={loading ? 'busy' : undefined}><T id="events.letIn.add.send" /></Button>
    </form>
  );
}
