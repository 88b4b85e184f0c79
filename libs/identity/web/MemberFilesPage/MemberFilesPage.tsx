import { CARE_ROLES, type CareRole, MEMBER_STATES, type MemberState } from '@crosscity/identity/contract';
import { Button, EmptyState, FilterChips, Link, LinkButton, Pager, Select, T, Tag, TextInput, pageQuery, useFormats, usePage, usePageMatch, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { ALL_FILES, fileAddressOf, fileTermsOf, type FileTerms } from './fileTerms';
import { MemberFilesPageDocument, type MemberFilesPageQuery } from './MemberFilesPage.generated';
import css from './MemberFilesPage.module.css';

export const query = pageQuery(MemberFilesPageDocument, ({ search }) => {
  const { text, role, city, state } = fileTermsOf(search);
  return { first: 20, filter: { text: text || null, role: role || null, cityId: city || null, state: state || null } };
});
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.files.title');
export const robots: PageModule['robots'] = 'noindex';

/** All accounts, for staff: also of members whom no directory lists. */
export function Page() {
  const { data, variables, fetchMore } = usePage(MemberFilesPageDocument);
  const terms = fileTermsOf(usePageMatch().search);
  const { items, totalCount, nextCursor } = data.memberFiles;
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="identity.files.title" />
        </h1>
        <p>
          <T id="identity.files.lead" />
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
            <LinkButton to="/staff/members">
              <T id="identity.members.all" />
            </LinkButton>
          }
        />
      ) : (
        <ul role="list" className={css.rows}>
          {items.map((file) => (
            <Row key={file.id} file={file} />
          ))}
        </ul>
      )}
      {nextCursor && <Pager shown={items.length} total={totalCount ?? undefined} more busy={busy} onMore={() => void more()} />}
    </div>
  );
}

function Row({ file }: { file: MemberFilesPageQuery['memberFiles']['items'][number] }) {
  const formats = useFormats();
  return (
    <li className={css.row}>
      <div className={css.who}>
        <Link to={`/staff/members/${file.id}`} className={css.name}>
          <bdi>{file.name}</bdi>
        </Link>
        <span className={css.muted}>{file.city ? <bdi>{file.city.name}</bdi> : <T id="identity.files.noCity" />}</span>
      </div>
      <div className={css.tags}>
        {file.state === 'suspended' && (
          <Tag kind="warning">
            <T id="identity.state.suspended" />
          </Tag>
        )}
        {file.role !== 'member' && (
          <Tag kind="info">
            <T id={`identity.role.${file.role}`} />
          </Tag>
        )}
        {file.coordinates.length > 0 && (
          <Tag>
            <T id="identity.files.coordinates" values={{ cities: formats.list(file.coordinates.map(({ name }) => name)) }} />
          </Tag>
        )}
      </div>
    </li>
  );
}

/** Without script an ordinary form; with it the list follows each choice. */
function Search({ terms }: { terms: FileTerms }) {
  const { data } = usePage(MemberFilesPageDocument);
  const words = useWords();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const search = (change: Partial<FileTerms> = {}) => {
    const text = String(new FormData(form.current!).get('q') ?? '').trim();
    void navigate(fileAddressOf({ ...terms, text, ...change }), { preventScrollReset: true });
  };
  return (
    <search>
      <form
        ref={form}
        action="/staff/members"
        className={css.search}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          search();
        }}
      >
        <TextInput key={`q ${terms.text}`} name="q" type="search" label={<T id="identity.files.search" />} defaultValue={terms.text} maxLength={254} autoComplete="off" />
        <Select name="role" label={<T id="identity.role" />} empty={words('identity.members.any')} options={CARE_ROLES.map((value) => ({ value, label: words(`identity.role.${value}`) }))} value={terms.role} onChange={(event) => search({ role: event.currentTarget.value as CareRole | '' })} />
        <Select name="city" label={<T id="identity.city" />} empty={words('identity.members.any')} options={data.cities.items.map(({ id, name }) => ({ value: id, label: name }))} value={terms.city} onChange={(event) => search({ city: event.currentTarget.value })} />
        <Select name="state" label={<T id="identity.state" />} empty={words('identity.members.any')} options={MEMBER_STATES.map((value) => ({ value, label: words(`identity.state.${value}`) }))} value={terms.state} onChange={(event) => search({ state: event.currentTarget.value as MemberState | '' })} />
        <Button type="submit" kind="primary">
          <T id="identity.members.go" />
        </Button>
      </form>
    </search>
  );
}

function Chips({ terms }: { terms: FileTerms }) {
  const { data } = usePage(MemberFilesPageDocument);
  const words = useWords();
  const without = (term: keyof FileTerms) => fileAddressOf({ ...terms, [term]: ALL_FILES[term] });
  const chips = [
    terms.text && { key: 'q', label: terms.text, without: without('text') },
    terms.role && { key: 'role', label: words(`identity.role.${terms.role}`), without: without('role') },
    terms.city && { key: 'city', label: data.cities.items.find(({ id }) => id === terms.city)?.name ?? words('identity.city'), without: without('city') },
    terms.state && { key: 'state', label: words(`identity.state.${terms.state}`), without: without('state') },
  ].filter((chip) => chip !== '');
  return <FilterChips chips={chips} clear="/staff/members" />;
}
