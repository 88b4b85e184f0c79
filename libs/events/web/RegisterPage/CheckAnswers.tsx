import { Banner, Link, T, useWords } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import type { Standing } from '../standing';
import type { RegisterPageQuery } from './RegisterPage.generated';
import type { Answers, Step } from './RegisterPage';
import { limitedOf } from './SessionChoice';
import css from './RegisterPage.module.css';

/** Everything that will be sent, each with a way back to its question. */
export function CheckAnswers({ event, answers, name, standing, address }: { event: RegisterPageQuery['event']; answers: Answers; name: string; standing: Standing; address: (step: Step) => string }) {
  const words = useWords();
  const limited = limitedOf(event);
  const chosen = limited.filter(({ id }) => answers.sessionIds.includes(id));
  return (
    <>
      <dl className={css.answers}>
        <Answer name={<T id="events.register.name" />}><bdi>{name}</bdi></Answer>
        <Answer name={<T id="events.register.city" />}><bdi>{event.viewerCityName}</bdi></Answer>
        {limited.length > 0 && (
          <Answer name={<T id="events.register.sessions.short" />} change={address('sessions')}>
            {chosen.length === 0 ? words('events.register.sessions.none') : (
              <ul role="list">
                {chosen.map((session) => <li key={session.id}><span dir="auto" lang={event.language}>{session.title}</span>{session.placesLeft === 0 && <> (<T id="events.session.waiting" />)</>}</li>)}
              </ul>
            )}
          </Answer>
        )}
        <Answer name={<T id="events.register.needs.short" />} change={address('needs')}>{answers.needs.trim() ? <span dir="auto" className={css.needs}>{answers.needs}</span> : words('events.register.needs.none')}</Answer>
      </dl>
      <Banner title={<T id="events.register.next.title" />}><p><T id={`events.register.then.${standing}`} values={{ city: <bdi>{event.viewerCityName}</bdi> }} /></p></Banner>
    </>
  );
}

function Answer({ name, change, children }: { name: ReactNode; change?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {change && <dd className={css.change}><Link to={change}><T id="events.register.change" /> <span className="forScreenReaders">{name}</span></Link></dd>}
    </div>
  );
}
