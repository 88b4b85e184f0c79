import { AddIcon, Button, RemoveIcon, T, TextInput, newKey, useToast } from '@crosscity/platform/web';
import type { TypedSession } from './typedEvent';
import css from './EventEditorPage.module.css';

interface SessionFieldsProps {
  sessions: TypedSession[];
  /** Where a new line begins: after the last one, or with the meeting. */
  startsLocal: string;
  problemAt: (field: string) => string | undefined;
  idOf: (field: string) => string;
  onChange: (sessions: TypedSession[]) => void;
}

/** The lines of the agenda. A removed line can be put back. */
export function SessionFields({ sessions, startsLocal, problemAt, idOf, onChange }: SessionFieldsProps) {
  const toast = useToast();
  const add = () => {
    const from = sessions.at(-1)?.endsLocal || startsLocal;
    onChange([...sessions, { id: newKey(), isStored: false, title: '', place: '', startsLocal: from, endsLocal: '', limit: '' }]);
  };
  const remove = (index: number) => {
    onChange(sessions.filter((_, other) => other !== index));
    toast({ words: <T id="events.edit.session.removed" />, undo: () => onChange(sessions) });
  };
  return (
    <>
      <ol role="list" className={css.sessions}>
        {sessions.map((session, index) => {
          const field = (name: 'title' | 'place' | 'startsLocal' | 'endsLocal' | 'limit') => ({
            id: idOf(`sessions.${index}.${name}`),
            error: problemAt(`sessions.${index}.${name}`),
            value: session[name],
            onChange: (happened: { currentTarget: { value: string } }) => onChange(sessions.map((other, at) => (at === index ? { ...other, [name]: happened.currentTarget.value } : other))),
          });
          return (
            <li key={session.id}>
              <TextInput label={<T id="events.edit.session.title" />} {...field('title')} />
              <div className={css.pair}>
                <TextInput type="datetime-local" label={<T id="events.edit.session.startsLocal" />} {...field('startsLocal')} />
                <TextInput type="datetime-local" label={<T id="events.edit.session.endsLocal" />} {...field('endsLocal')} />
              </div>
              <div className={css.pair}>
                <TextInput label={<T id="events.edit.session.place" />} optional {...field('place')} />
                <TextInput inputMode="numeric" dir="ltr" label={<T id="events.edit.session.limit" />} optional hint={<T id="events.edit.session.limit.hint" />} {...field('limit')} />
              </div>
              <div><Button kind="quiet" icon={<RemoveIcon size={18} />} onClick={() => remove(index)}><T id="events.edit.session.remove" /> <span className="forScreenReaders">{session.title}</span></Button></div>
            </li>
          );
        })}
      </ol>
      <div><Button icon={<AddIcon size={18} />} onClick={add}><T id="events.edit.session.add" /></Button></div>
    </>
  );
}
