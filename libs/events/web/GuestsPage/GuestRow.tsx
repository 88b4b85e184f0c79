import { eventsLimits } from '@crosscity/events/contract';
import { Button, Card, CheckIcon, Dialog, Link, T, TextArea, useFormats, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { StatusTag } from '../StatusTag';
import { DecideRegistrationDocument, type GuestRowFragment } from './GuestsPage.generated';
import css from './GuestsPage.module.css';

/** One guest, and the decisions that fit how they stand. */
export function GuestRow({ guest, decided }: { guest: GuestRowFragment; decided: () => void }) {
  const { voice, registration } = guest;
  const formats = useFormats();
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [decide, { loading }] = useMutation(DecideRegistrationDocument);
  const approve = async () => {
    try {
      const { data } = await decide({ variables: { input: { id: registration.id, decision: 'approve' } } });
      toast({ words: <T id={`events.guests.approved.${data!.decideRegistration.status === 'waiting' ? 'waiting' : 'confirmed'}`} values={{ name: <bdi>{voice.name}</bdi> }} /> });
    } catch (error) {
      toast({ words: toWords(error) });
    }
    decided();
  };
  const decline = async () => {
    if (!reason.trim()) return setProblem(words('refusal.events.reasonMissing'));
    try {
      await decide({ variables: { input: { id: registration.id, decision: 'decline', reason } } });
      setDeclining(false);
      toast({ words: <T id="events.guests.declinedToast" values={{ name: <bdi>{voice.name}</bdi> }} /> });
      decided();
    } catch (error) {
      setProblem(toWords(error));
    }
  };
  const open = registration.status === 'requested' || registration.status === 'confirmed' || registration.status === 'waiting';
  return (
    <Card of="li" className={css.guest}>
      <div className={css.who}>
        <p className={css.name}>{voice.handle ? <Link to={`/members/${voice.handle}`}><bdi>{voice.name}</bdi></Link> : <bdi>{voice.name}</bdi>}</p>
        <p className={css.facts}>{voice.title && <bdi>{voice.title}</bdi>}<bdi>{registration.cityName}</bdi><span>{formats.dateTime(registration.createdAt)}</span><bdi dir="ltr">{registration.code}</bdi></p>
        {registration.sessions.length > 0 && <p className={css.facts}>{registration.sessions.map(({ sessionId, title, seat }) => <span key={sessionId}><bdi>{title}</bdi>: <T id={`events.session.${seat}`} /></span>)}</p>}
        {registration.needs && <p><strong><T id="events.register.needs.short" /></strong> <span dir="auto">{registration.needs}</span></p>}
        {registration.reason && <p className={css.facts} dir="auto">{registration.reason}</p>}
      </div>
      <div className={css.decide}>
        <StatusTag of="guest" status={registration.status} place={registration.placeInLine} />
        {open && (
          <span className={css.acts}>
            {registration.status === 'requested' && <Button kind="primary" icon={<CheckIcon size={18} />} state={loading ? 'busy' : undefined} onClick={() => void approve()}><T id="events.guests.approve" /> <span className="forScreenReaders">{voice.name}</span></Button>}
            <Button onClick={() => setDeclining(true)}><T id={registration.status === 'requested' ? 'events.guests.decline' : 'events.guests.remove'} /> <span className="forScreenReaders">{voice.name}</span></Button>
          </span>
        )}
      </div>
      <Dialog
        open={declining} onClose={() => setDeclining(false)} title={<T id="events.guests.decline.title" values={{ name: <bdi>{voice.name}</bdi> }} />}
        actions={<><Button kind="danger" state={loading ? 'busy' : undefined} onClick={() => void decline()}><T id="events.guests.decline" /></Button><Button onClick={() => setDeclining(false)}><T id="platform.cancel" /></Button></>}
      >
        <TextArea label={<T id="events.guests.reason" />} hint={<T id="events.guests.reason.hint" />} limit={eventsLimits.reason} rows={3} value={reason} error={problem || undefined} onChange={(change) => setReason(change.currentTarget.value)} />
      </Dialog>
    </Card>
  );
}
