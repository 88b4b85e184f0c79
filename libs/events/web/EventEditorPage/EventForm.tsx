import { useNames } from '@crosscity/cities/web';
import { EVENT_AUDIENCES, EVENT_KINDS, REGISTRATION_WAYS, eventsLimits } from '@crosscity/events/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import {
  Banner, Button, Checkbox, CheckboxGroup, ChoiceCards, ErrorSummary, RadioGroup, SaveState, Select, T, TextArea, TextInput, newKey, refusalOf, refusedFields, useDeviceDraft, useRefusal, useToast, useWords,
} from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { CreateEventDocument, EditEventDocument, type EditorCitiesFragment, type EventFormFragment } from './EventEditorPage.generated';
import { SessionFields } from './SessionFields';
import { emptyEvent, inputFrom, problemsOf, slugOf, typedFrom, type TypedEvent } from './typedEvent';
import css from './EventEditorPage.module.css';

interface EventFormProps {
  event: EventFormFragment | null;
  cities: EditorCitiesFragment['cities']['items'];
  reload?: () => Promise<EventFormFragment>;
}

/** The whole meeting as a form. What is typed is kept on the device until it is saved. */
export function EventForm({ event, cities, reload }: EventFormProps) {
  const words = useWords();
  const names = useNames();
  const toWords = useRefusal();
  const toast = useToast();
  const navigate = useNavigate();
  const [create, creating] = useMutation(CreateEventDocument);
  const [edit, editing] = useMutation(EditEventDocument);
  const stored = event ? typedFrom(event) : emptyEvent;
  const [typed, setTyped] = useState<TypedEvent>(stored);
  // The version that is typed on: a refetch must not move it quietly.
  const [version, setVersion] = useState(event?.version ?? 0);
  const [problems, setProblems] = useState<{ field?: string; words: string }[]>([]);
  const [restored, setRestored] = useState(false);
  const key = useRef('');
  const draft = useDeviceDraft<{ typed: TypedEvent; version: number }>(`event:${event?.id ?? 'new'}`);
  useEffect(() => {
    const kept = draft.found?.content;
    if (!kept || JSON.stringify(kept.typed) === JSON.stringify(stored)) return;
    setTyped(kept.typed);
    setVersion(kept.version);
    setRestored(true);
    // Once, when the device has answered.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft.found]);

  const change = (part: Partial<TypedEvent>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    draft.keep({ typed: next, version });
    key.current = '';
  };
  const set = <Name extends keyof TypedEvent>(name: Name) => ({
    id: `event-${name}`,
    value: typed[name] as string,
    error: problemAt(name),
    onChange: (happened: { currentTarget: { value: string } }) => change({ [name]: happened.currentTarget.value } as Partial<TypedEvent>),
  });
  const idOf = (field: string) => `event-${field.replaceAll('.', '-')}`;
  function problemAt(field: string): string | undefined {
    return problems.find((problem) => problem.field === idOf(field))?.words;
  }
  const fieldWords = (field: string) => words(`events.edit.${field.replace(/^sessions\.\d+\./, 'session.')}`);

  const submit = async (form: FormEvent) => {
    form.preventDefault();
    const found = problemsOf(typed);
    setProblems(found.map(({ field, problem }) => ({ field: idOf(field), words: words(`events.edit.problem.${problem}`, { field: fieldWords(field), most: eventsLimits.seats }) })));
    if (found.length > 0) return;
    key.current ||= newKey();
    try {
      const input = inputFrom(typed);
      const saved = event
        ? (await edit({ variables: { input: { ...input, id: event.id, version } } })).data!.editEvent
        : (await create({ variables: { input: { ...input, key: key.current } } })).data!.createEvent;
      await draft.forget();
      setRestored(false);
      setVersion(saved.version);
      setTyped(typedFrom(saved));
      toast({ words: <T id="events.edit.saved" /> });
      if (!event || saved.slug !== event.slug) void navigate(`/staff/events/${saved.slug}`, { replace: true });
    } catch (error) {
      const { code, data } = refusalOf(error);
      if (code === 'platform.conflict' && reload) {
        // Both texts are kept: the typed one here, the stored one behind the next save, now said openly.
        setVersion((await reload()).version);
        return setProblems([{ words: words('events.edit.conflict') }]);
      }
      const fields = Object.keys(refusedFields(error)).map((field) => field.replace(/^input\./, ''));
      const field = code === 'events.slugTaken' ? 'slug' : code === 'events.closesAfterTheEnd' ? 'closesLocal' : (data.field as string | undefined);
      setProblems(fields.length > 0 ? fields.map((name) => ({ field: idOf(name), words: words('events.edit.problem.invalid', { field: fieldWords(name) }) })) : [{ field: field && idOf(field), words: toWords(error) }]);
    }
  };

  const language = (tag: string) => ({ value: tag, label: names.language(tag) });
  return (
    <form className={css.form} onSubmit={(form) => void submit(form)} noValidate>
      <ErrorSummary problems={problems} />
      {restored && <Banner live action={<Button onClick={() => { setTyped(stored); setVersion(event?.version ?? 0); setRestored(false); void draft.forget(); }}><T id="events.edit.restored.discard" /></Button>}><p><T id="events.edit.restored" /></p></Banner>}
      <fieldset className={css.part}>
        <legend><T id="events.edit.part.what" /></legend>
        <TextInput label={<T id="events.edit.title.label" />} {...set('title')} onBlur={() => typed.slug === '' && change({ slug: slugOf(typed.title) })} />
        <TextInput dir="ltr" label={<T id="events.edit.slug" />} hint={<T id="events.edit.slug.hint" />} {...set('slug')} />
        <Select label={<T id="events.edit.kind" />} options={EVENT_KINDS.map((kind) => ({ value: kind, label: words(`events.kind.${kind}`) }))} {...set('kind')} />
        <TextArea label={<T id="events.edit.summary" />} hint={<T id="events.edit.summary.hint" />} limit={eventsLimits.summary} rows={3} saveState={<SaveState device={draft.state} />} lang={typed.language} {...set('summary')} />
        <TextArea label={<T id="events.edit.about" />} optional hint={<T id="events.edit.about.hint" />} limit={eventsLimits.about} rows={6} lang={typed.language} {...set('about')} />
        <Select label={<T id="events.edit.language" />} options={Object.keys(CONTENT_LANGUAGES).map(language)} {...set('language')} />
        <CheckboxGroup id="event-languages" name="languages" label={<T id="events.edit.languages" />} choices={Object.keys(CONTENT_LANGUAGES).map(language)} value={typed.languages} onChange={(languages) => change({ languages })} />
      </fieldset>
      <fieldset className={css.part}>
        <legend><T id="events.edit.part.where" /></legend>
        <Select
          label={<T id="events.edit.cityId" />} empty={words('events.edit.cityId.choose')} options={cities.map(({ id, name }) => ({ value: id, label: name }))} {...set('cityId')}
          onChange={(happened) => {
            const cityId = happened.currentTarget.value;
            change({ cityId, timeZone: cities.find(({ id }) => id === cityId)?.timeZone ?? typed.timeZone });
          }}
        />
        <TextInput label={<T id="events.edit.place" />} optional hint={<T id="events.edit.place.hint" />} {...set('place')} />
        <TextInput dir="ltr" label={<T id="events.edit.timeZone" />} hint={<T id="events.edit.timeZone.hint" />} {...set('timeZone')} />
        <div className={css.pair}>
          <TextInput type="datetime-local" label={<T id="events.edit.startsLocal" />} {...set('startsLocal')} />
          <TextInput type="datetime-local" label={<T id="events.edit.endsLocal" />} {...set('endsLocal')} />
        </div>
      </fieldset>
      <fieldset className={css.part}>
        <legend><T id="events.edit.part.sessions" /></legend>
        <SessionFields sessions={typed.sessions} startsLocal={typed.startsLocal} problemAt={problemAt} idOf={idOf} onChange={(sessions) => change({ sessions })} />
      </fieldset>
      <fieldset className={css.part}>
        <legend><T id="events.edit.part.seats" /></legend>
        <ChoiceCards id="event-way" name="way" label={<T id="events.edit.way" />} choices={REGISTRATION_WAYS.map((way) => ({ value: way, label: words(`events.way.${way}`), hint: words(`events.way.${way}.hint`) }))} value={typed.way} onChange={(way) => change({ way: way as TypedEvent['way'] })} />
        <div className={css.pair}>
          <TextInput inputMode="numeric" dir="ltr" label={<T id="events.edit.limit" />} hint={event ? <T id="events.edit.limit.hint" values={{ taken: event.limit - event.placesLeft }} /> : undefined} {...set('limit')} />
          <TextInput inputMode="numeric" dir="ltr" label={<T id="events.edit.seatsPerCity" />} optional {...set('seatsPerCity')} />
        </div>
        <TextInput type="datetime-local" label={<T id="events.edit.closesLocal" />} hint={<T id="events.edit.closesLocal.hint" />} {...set('closesLocal')} />
      </fieldset>
      <fieldset className={css.part}>
        <legend><T id="events.edit.part.privacy" /></legend>
        <Checkbox id="event-chathamHouse" label={<T id="events.edit.chathamHouse" />} hint={<T id="events.chatham.words" />} checked={typed.chathamHouse} onChange={(chathamHouse) => change({ chathamHouse })} />
        <RadioGroup id="event-audience" name="audience" label={<T id="events.edit.audience" />} choices={EVENT_AUDIENCES.map((audience) => ({ value: audience, label: words(`events.audience.${audience}`) }))} value={typed.audience} onChange={(audience) => change({ audience: audience as TypedEvent['audience'] })} />
      </fieldset>
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={creating.loading || editing.loading ? 'busy' : undefined}><T id={event ? 'events.edit.save' : 'events.edit.create'} /></Button>
      </div>
      {event?.status === 'published' && <p className={css.note}><T id="events.edit.told" /></p>}
    </form>
  );
}
