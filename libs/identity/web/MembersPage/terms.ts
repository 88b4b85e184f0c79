import { FIELDS_OF_WORK, type FieldOfWork, SPOKEN_LANGUAGES } from '@crosscity/identity/contract';

/** What the directory is narrowed to, as it stands in the address. */
export interface MemberTerms {
  text: string;
  city: string;
  work: FieldOfWork | '';
  language: string;
}

export const ALL_MEMBERS: MemberTerms = { text: '', city: '', work: '', language: '' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What nobody could have chosen counts as nothing: a shortened or mistyped address still shows members. */
export function termsOf(search: URLSearchParams): MemberTerms {
  const [city, work, language] = [search.get('city') ?? '', search.get('work') ?? '', search.get('language') ?? ''];
  return {
    text: (search.get('q') ?? '').trim().slice(0, 80),
    city: UUID.test(city) ? city : '',
    work: (FIELDS_OF_WORK as readonly string[]).includes(work) ? (work as FieldOfWork) : '',
    language: (SPOKEN_LANGUAGES as readonly string[]).includes(language) ? language : '',
  };
}

export function addressOf({ text, city, work, language }: MemberTerms): string {
  const search = new URLSearchParams(Object.entries({ q: text, city, work, language }).filter(([, value]) => value !== '')).toString();
  return search ? `/members?${search}` : '/members';
}
