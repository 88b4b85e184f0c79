import { Link, T, useHasPage, useSite, useWords } from '@crosscity/platform/web';
import css from './Shell.module.css';

const links = [
  { to: '/about', word: 'shell.about' },
  { to: '/guidelines', word: 'shell.guidelines' },
  { to: '/privacy', word: 'shell.privacy' },
  { to: '/accessibility', word: 'shell.accessibility' },
  { to: '/help', word: 'shell.help' },
];

export function SiteFooter() {
  const words = useWords();
  const hasPage = useHasPage();
  const { isDemo } = useSite();
  const shown = links.filter(({ to }) => hasPage(to));
  return (
    <footer className={css.footer}>
      {shown.length > 0 && (
      <nav aria-label={words('shell.footer')}>
        <ul role="list">
          {shown.map(({ to, word }) => (
            <li key={to}>
              <Link to={to}>
                <T id={word} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      )}
      <p>
        <T id="shell.footer.words" />
      </p>
      {isDemo && (
        <p>
          <T id="shell.footer.demo" values={{ outbox: (words) => <Link to="/outbox">{words}</Link> }} />
        </p>
      )}
    </footer>
  );
}
