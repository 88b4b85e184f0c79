import { FIELDS_OF_WORK, type FieldOfWork } from '@crosscity/identity/contract';
import { Button, EmptyState, FilterChips, LinkButton, Pager, Select, T, TextInput, pageQuery, usePage, usePageMatch, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useLanguageNames } from '../form/names';
import { MemberCard } from './MemberCard';
import { MembersPageDocument } from './MembersPage.generated';
import { ALL_MEMBERS, addressOf, termsOf, type MemberTerms } from './terms';
import css from './MembersPage.module.css';

export const query = pageQuery(MembersPageDocument, ({ search }) => {
  const { text, city, work, language } = termsOf(search);
  return { first: 20, filter: { text: text || null, cityId: city || null, work: work || null, language: language || null } };
});
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.members.title');
export const robots: PageModule['robots'] = 'noindex';

export function Page() {
  const { data, variables, fetchMore } = usePage(MembersPageDocument);
  const terms = termsOf(usePageMatch().search);
  const { items, totalCount, nextCursor } = data.members;
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="identity.members.title" />
        </h1>
        <p>
          <T id="identity.members.lead" />
        </p>
      </div>
      <Search terms={terms} />
      <Chips terms={terms} />
      <p role="status" className={css.muted}>
        <T id="identity.members.count" values={{ count: (totalCount ?? 0) as never }} />
      </p>
      {items.length === 0 ? (
        <EmptyState
          words={<T id="identity.members.none" />}
          action={
            <LinkButton to="/members">
              <T id="identity.members.all" />
            </LinkButton>
          }
        />
      ) : (
        <ul role="list" className={css.cards}>
          {items.map((member) => (
            <li key={member.id}>
              <MemberCard member={member} />
            </li>
          ))}
        </ul>
      )}
      {nextCursor && <Pager shown={items.length} total={totalCount ?? undefined} more busy={busy} onMore={() => void more()} />}
      <p className={css.muted}>
        <T id="identity.members.agreed" />
      </p>
    </div>
  );
}

/** Without script an ordinary form; with it the list follows each choice. */
function Search({ terms }: { terms: MemberTerms }) {
  const { data } = usePage(MembersPageDocument);
  const words = useWords();
  const languages = useLanguageNames();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const search = (change: Partial<MemberTerms> = {}) => {
    const text = String(new FormData(form.current!).get('q') ?? '').trim();
    void navigate(addressOf({ ...terms, text, ...change }), { preventScrollReset: true });
  };
  return (
    <search>
      <form
        ref={form}
        action="/members"
        className={css.search}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          search();
        }}
      >
        <TextInput key={`q ${terms.text}`} name="q" type="search" label={<T id="identity.members.search" />} hint={<T id="identity.members.search.hint" />} defaultValue={terms.text} maxLength={80} autoComplete="off" />
        <Select name="city" label={<T id="identity.city" />} empty={words('identity.members.any')} options={data.cities.items.map(({ id, name }) => ({ value: id, label: name }))} value={terms.city} onChange={(event) => search({ city: event.currentTarget.value })} />
        <Select name="work" label={<T id="identity.work" />} empty={words('identity.members.any')} options={FIELDS_OF_WORK.map((value) => ({ value, label: words(`identity.work.${value}`) }))} value={terms.work} onChange={(event) => search({ work: event.currentTarget.value as FieldOfWork | '' })} />
        <Select name="language" label={<T id="identity.member.language" />} empty={words('identity.members.any')} options={languages.choices} value={terms.language} onChange={(event) => search({ language: event.currentTarget.value })} />
        <Button type="submit" kind="primary">
          <T id="identity.members.go" />
        </Button>
      </form>
    </search>
  );
}

function Chips({ terms }: { terms: MemberTerms }) {
  const { data } = usePage(MembersPageDocument);
  const words = useWords();
  const languages = useLanguageNames();
  const without = (term: keyof MemberTerms) => addressOf({ ...terms, [term]: ALL_MEMBERS[term] });
  const chips = [
    terms.text && { key: 'q', label: terms.text, without: without('text') },
    terms.city && { key: 'city', label: data.cities.items.find(({ id }) => id === terms.city)?.name ?? words('identity.city'), without: without('city') },
    terms.work && { key: 'work', label: words(`identity.work.${terms.work}`), without: without('work') },
    terms.language && { key: 'language', label: languages.of(terms.language), without: without('language') },
  ].filter((chip) => chip !== '');
  return <FilterChips chips={chips} clear="/members" />;
}
