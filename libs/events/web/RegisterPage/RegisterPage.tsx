import { eventsLimits } from '@crosscity/events/contract';
import {
  BackIcon, Banner, Button, ErrorSummary, Link, LinkButton, SaveState, Stepper, T, TextArea, UserText, newKey, pageQuery, refusalOf, useDeviceDraft, usePage, usePageMatch, useRefusal, useSite, useViewer, useWords,
  wordsOf, type PageModule,
} from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { mayRegister, standingOf, type Standing } from '../standing';
import { CheckAnswers } from './CheckAnswers';
import { RegisterForEventDocument, RegisterPageDocument, type RegisterPageQuery } from './RegisterPage.generated';
import { SessionChoice, limitedOf } from './SessionChoice';
import css from './RegisterPage.module.css';

export const query = pageQuery(RegisterPageDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (intl, { event }: RegisterPageQuery) => wordsOf(intl, 'events.register.title', { title: event.title });
export const robots = 'noindex';

export interface Answers {
  sessionIds: string[];
  needs: string;
}

const STEPS = ['who', 'sessions', 'needs', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** One question a screen; the step is in the address, so that the browser's back button works and the answers stay. */
export function Page() {
  const { data: { event }, refetch } = usePage(RegisterPageDocument);
  const { search } = usePageMatch();
  const { madeAt } = useSite();
  const viewer = useViewer();
  const words = useWords();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const [register, { loading }] = useMutation(RegisterForEventDocument);
  // One key for this form, however often the button is pressed and whatever the network does.
  const key = useRef('');
  const [answers, setAnswers] = useState<Answers>({ sessionIds: [], needs: '' });
  const [problem, setProblem] = useState<{ field?: string; words: string } | null>(null);
  const draft = useDeviceDraft<Answers>(`registration:${event.id}`);
  useEffect(() => {
    if (draft.found) setAnswers(draft.found.content);
  }, [draft.found]);

  const steps = STEPS.filter((name) => name !== 'sessions' || limitedOf(event).length > 0);
  const asked = search.get('step') as Step | null;
  const step = asked && steps.includes(asked) ? asked : 'who';
  const standing = standingOf(event, viewer !== null, madeAt);
  const heading = useStepFocus(step);
  const address = (name: Step) => (name === 'who' ? `/events/${event.slug}/register` : `/events/${event.slug}/register?step=${name}`);
  const next = steps[steps.indexOf(step) + 1];
  const before = steps[steps.indexOf(step) - 1];
  const change = (change: Partial<Answers>) => {
    const changed = { ...answers, ...change };
    setAnswers(changed);
    draft.keep(changed);
    // Other answers are another request; the old key would be refused with them.
    key.current = '';
  };

  const send = async () => {
    setProblem(null);
    key.current ||= newKey();
    const full = limitedOf(event).filter(({ id, placesLeft }) => answers.sessionIds.includes(id) && placesLeft === 0);
    try {
      const { data } = await register({ variables: { input: { key: key.current, eventId: event.id, sessionIds: answers.sessionIds, waitForSessions: full.length > 0, needs: answers.needs.trim() || null } } });
      await draft.forget();
      void navigate(`/me/registrations/${data!.registerForEvent.code}?new`, { replace: true });
    } catch (error) {
      if (refusalOf(error).code === 'events.sessionFull') await refetch();
      setProblem({ field: refusalOf(error).code === 'events.sessionFull' ? 'sessions' : undefined, words: toWords(error) });
    }
  };
  const submit = (event_: FormEvent) => {
    event_.preventDefault();
    if (step === 'needs' && answers.needs.length > eventsLimits.needs) return setProblem({ field: 'needs', words: words('events.register.needs.tooLong', { most: eventsLimits.needs }) });
    setProblem(null);
    if (next) void navigate(address(next));
    else void send();
  };

  if (!mayRegister(standing)) return <Elsewhere event={event} standing={standing} />;
  return (
    <form className={css.page} onSubmit={submit} noValidate>
      <Link to={before ? address(before) : `/events/${event.slug}`} className={css.back}><BackIcon size={18} /><T id={before ? 'events.register.back' : 'events.register.leave'} /></Link>
      <div>
        <p className={css.event}><UserText of="span" text={event.title} lang={event.language} /></p>
        <h1 ref={heading} tabIndex={-1}><T id={`events.register.${step}`} /></h1>
        <Stepper step={steps.indexOf(step) + 1} of={steps.length} title={<T id={`events.register.${step}.short`} />} />
      </div>
      <ErrorSummary problems={problem ? [problem] : []} />
      {question(step)}
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}><T id={next ? 'events.register.next' : `events.send.${standing}`} /></Button>
      </div>
    </form>
  );

  function question(name: Step): ReactNode {
    if (name === 'who') return <Who event={event} name={viewer?.name ?? ''} standing={standing} />;
    if (name === 'sessions') return <SessionChoice event={event} value={answers.sessionIds} onChange={(sessionIds) => change({ sessionIds })} label={<T id="events.register.sessions.label" />} hint={<T id="events.register.sessions.hint" />} />;
    if (name === 'needs') {
      return (
        <TextArea
          id="needs" label={<T id="events.register.needs.label" />} optional hint={<T id="events.register.needs.hint" />} limit={eventsLimits.needs} rows={4} value={answers.needs}
          error={problem?.field === 'needs' ? problem.words : undefined} saveState={<SaveState device={draft.state} />} onChange={(change_) => change({ needs: change_.currentTarget.value })}
        />
      );
    }
    return <CheckAnswers event={event} answers={answers} name={viewer?.name ?? ''} standing={standing} address={address} />;
  }
}

/** Each step's heading takes the focus when the step comes, for who listens to the page. */
function useStepFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);
  return heading;
}

function Who({ event, name, standing }: { event: RegisterPageQuery['event']; name: string; standing: Standing }) {
  return (
    <>
      <dl className={css.answers}>
        <div><dt><T id="events.register.name" /></dt><dd><bdi>{name}</bdi></dd></div>
        <div><dt><T id="events.register.city" /></dt><dd><bdi>{event.viewerCityName}</bdi></dd></div>
      </dl>
      <p><T id="events.register.who.wrong" values={{ profile: (words) => <Link to="/settings/profile">{words}</Link> }} /></p>
      {(standing === 'full' || standing === 'cityFull' || standing === 'ask') && <Banner><p><T id={`events.register.note.${standing}`} values={{ city: <bdi>{event.viewerCityName}</bdi> }} /></p></Banner>}
      <p className={css.note}><T id={event.chathamHouse ? 'events.register.who.chatham' : 'events.register.who.seen'} /></p>
    </>
  );
}

/** The address was kept, the way in is closed: say how things stand, and lead to where they can be changed. */
function Elsewhere({ event, standing }: { event: RegisterPageQuery['event']; standing: Standing }) {
  const mine = standing === 'confirmed' || standing === 'waiting' || standing === 'requested';
  return (
    <div className={css.page}>
      <h1><UserText of="span" text={event.title} lang={event.language} /></h1>
      <p><T id={`events.standing.${standing}`} values={{ place: event.viewerRegistration?.placeInLine ?? 0, city: <bdi>{event.viewerCityName}</bdi>, closedAt: '' }} /></p>
      <div className={css.acts}>
        {mine && <LinkButton kind="primary" to={`/me/registrations/${event.viewerRegistration!.code}`}><T id="events.act.see" /></LinkButton>}
        {standing === 'needsCity' && <LinkButton kind="primary" to="/settings/profile"><T id="events.act.setCity" /></LinkButton>}
        <LinkButton to={`/events/${event.slug}`}><T id="events.register.leave" /></LinkButton>
      </div>
    </div>
  );
}
