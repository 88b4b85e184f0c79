import { EmptyState, LinkButton, T, useFormats, useWords } from '@crosscity/platform/web';
import { addressOf, pageSize, toggled, type ListAddress } from './lesson-filter';
import css from './LessonListPage.module.css';
import type { LabelOf } from './useFacetLabel';

/** An empty list teaches: what was asked for, and which part of it to let go. */
export function EmptyResult({ address, labelOf }: { address: ListAddress; labelOf: LabelOf }) {
  const words = useWords();
  const formats = useFormats();
  const asked = [...address.chosen.map(({ facet, value }) => labelOf(facet, value)), ...(address.text ? [`“${address.text}”`] : [])];
  if (asked.length === 0) {
    return (
      <EmptyState
        words={words('forum.list.none')}
        action={
          <LinkButton to="/write" kind="primary">
            <T id="forum.list.write" />
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      words={<T id="forum.list.nothingFor" values={{ asked: <bdi>{formats.list(asked)}</bdi> }} />}
      action={
        <ul role="list" className={css.removals}>
          {address.text && (
            <li>
              <LinkButton to={`/search?${new URLSearchParams({ q: address.text })}`} kind="primary">
                <T id="forum.list.searchEverywhere" />
              </LinkButton>
            </li>
          )}
          {address.text && (
            <li>
              <LinkButton to={addressOf({ ...address, text: '', show: pageSize })}>
                <T id="forum.list.removeText" values={{ text: <bdi>{address.text}</bdi> }} />
              </LinkButton>
            </li>
          )}
          {address.chosen.map(({ facet, value }) => (
            <li key={`${facet} ${value}`}>
              <LinkButton to={addressOf(toggled(address, facet, value))}>
                <T id="forum.list.removeFilter" values={{ filter: <bdi>{labelOf(facet, value)}</bdi> }} />
              </LinkButton>
            </li>
          ))}
          {asked.length > 1 && (
            <li>
              <LinkButton to="/lessons" kind="quiet">
                <T id="forum.list.showAll" />
              </LinkButton>
            </li>
          )}
        </ul>
      }
    />
  );
}
