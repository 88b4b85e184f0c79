import { Button, LinkButton, T, ZonedTime, newKey, useFormats, useRefusal, useSite, useToast, useViewer } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { mayRegister, standingOf, type Standing } from '../standing';
import { DeclineInvitationDocument, type RegistrationCardFragment } from './RegistrationCard.generated';
import css from './RegistrationCard.module.css';

/** When, how many places, and the reader's own situation in a sentence, with the one act that fits it. */
export function RegistrationCard({ event, reload }: { event: RegistrationCardFragment; reload: () => void }) {
  const { madeAt } = useSite();
  const viewer = useViewer();
  const standing = standingOf(event, viewer !== null, madeAt);
  const running = standing !== 'cancelledEvent' && standing !== 'over';
  const card = useRef<HTMLElement>(null);
  const passed = useHasPassed(card);
  return (
    <section ref={card} className={css.card} aria-labelledby="registration" data-standing={standing}>
      <p className={css.when}><ZonedTime from={event.startsAt} to={event.endsAt} zone={event.timeZone} place={event.city.name} /></p>
      <h2 id="registration" className={css.sentence}><Sentence event={event} standing={standing} /></h2>
      {standing === 'cancelledEvent' && event.cancelledBecause && <p dir="auto">{event.cancelledBecause}</p>}
      {standing === 'declined' && event.viewerRegistration?.reason && <blockquote className={css.reason} dir="auto">{event.viewerRegistration.reason}</blockquote>}
      <Act event={event} standing={standing} reload={reload} />
      {running && event.way !== 'invitation' && <Places event={event} />}
      {passed && mayRegister(standing) && (
        <p className={css.bar}>
          <LinkButton to={`/events/${event.slug}/register`} kind="primary" wide><T id={`events.act.${standing}`} /></LinkButton>
        </p>
      )}
    </section>
  );
}

/** Whether one scrolled on below it: then the act follows at the lower edge of a phone. */
function useHasPassed(box: RefObject<HTMLElement | null>): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!box.current) return undefined;
    const watcher = new IntersectionObserver(([seen]) => setPassed(!seen!.isIntersecting && seen!.boundingClientRect.top < 0));
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [box]);
  return passed;
}

function Sentence({ event, standing }: { event: RegistrationCardFragment; standing: Standing }) {
  const formats = useFormats();
  return <T id={`events.standing.${standing}`} values={{ place: event.viewerRegistration?.placeInLine ?? 0, city: <bdi>{event.viewerCityName}</bdi>, closedAt: formats.date(event.closesAt, event.timeZone) }} />;
}

function Act({ event, standing, reload }: { event: RegistrationCardFragment; standing: Standing; reload: () => void }) {
  const toast = useToast();
  const toWords = useRefusal();
  const [decline, { loading }] = useMutation(DeclineInvitationDocument);
  const address = `/events/${event.slug}/register`;
  if (standing === 'confirmed' || standing === 'waiting' || standing === 'requested') {
    return <LinkButton to={`/me/registrations/${event.viewerRegistration!.code}`} kind="primary" wide><T id="events.act.see" /></LinkButton>;
  }
  if (standing === 'guest') return <LinkButton to={`/signin?next=${encodeURIComponent(address)}`} kind="primary" wide><T id="events.act.signIn" /></LinkButton>;
  if (standing === 'needsCity') return <LinkButton to="/settings/profile" kind="primary" wide><T id="events.act.setCity" /></LinkButton>;
  if (!mayRegister(standing)) return null;
  const sayNo = async () => {
    try {
      await decline({ variables: { input: { key: newKey(), eventId: event.id, accept: false } } });
      toast({ words: <T id="events.invitation.declined" /> });
      reload();
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  return (
    <>
      <LinkButton to={address} kind="primary" wide><T id={`events.act.${standing}`} /></LinkButton>
      {event.viewerInvitation === 'open' && <Button kind="quiet" wide state={loading ? 'busy' : undefined} onClick={() => void sayNo()}><T id="events.act.decline" /></Button>}
    </>
  );
}

function Places({ event }: { event: RegistrationCardFragment }) {
  const formats = useFormats();
  return (
    <ul role="list" className={css.places}>
      <li><T id="events.placesLeft" values={{ left: event.placesLeft as never, limit: event.limit as never }} /></li>
      {event.placesLeftForMyCity != null && event.seatsPerCity != null && (
        <li><T id="events.placesLeftForCity" values={{ left: event.placesLeftForMyCity as never, limit: event.seatsPerCity as never, city: <bdi>{event.viewerCityName}</bdi> }} /></li>
      )}
      <li><T id="events.closes" values={{ at: formats.dateTime(event.closesAt, event.timeZone), place: <bdi>{event.city.name}</bdi> }} /></li>
    </ul>
  );
}
