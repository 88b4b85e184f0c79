import { Checkbox, T, useShortcutsOn, useWords } from '@crosscity/platform/web';
import css from './QueuePage.module.css';

const KEYS = ['j', 'k', 'c', '1', '2', '3', '4', 'z'] as const;

/** The single keys of the queue, and the switch that turns them off. */
export function QueueKeys() {
  const words = useWords();
  const [on, setOn] = useShortcutsOn();
  return (
    <>
      <Checkbox label={words('moderation.keys.on')} checked={on} onChange={setOn} />
      <dl className={css.keys}>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>
              <T id={`moderation.key.${key}`} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
