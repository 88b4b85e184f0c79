import { CheckboxGroup, T, useFormats, useWords } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import type { SessionChoiceFragment } from './RegisterPage.generated';

/** Sessions with limited places; the rest of the agenda is for everybody. `held`: those where the reader has a place already. */
export function SessionChoice({ event, value, onChange, held = [], label, hint }: {
  event: SessionChoiceFragment; value: readonly string[]; onChange: (ids: string[]) => void; held?: readonly string[]; label: ReactNode; hint?: ReactNode;
}) {
  const formats = useFormats();
  const words = useWords();
  return (
    <CheckboxGroup
      name="sessions"
      id="sessions"
      label={label}
      hint={hint}
      value={value}
      onChange={onChange}
      choices={limitedOf(event).map((session) => ({
        value: session.id,
        label: <span dir="auto" lang={event.language}>{session.title}</span>,
        hint: <>
          {formats.date(session.startsAt, event.timeZone)}, {formats.timeRange(session.startsAt, session.endsAt, event.timeZone)}. {held.includes(session.id)
            ? words('events.session.confirmed')
            : session.placesLeft === 0 ? <T id="events.session.fullWait" /> : words('events.placesLeft', { left: session.placesLeft, limit: session.limit })}
        </>,
      }))}
    />
  );
}

export function limitedOf(event: SessionChoiceFragment) {
  return event.sessions.filter(({ limit }) => limit !== null);
}
