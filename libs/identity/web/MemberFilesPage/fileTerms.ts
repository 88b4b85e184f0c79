import { CARE_ROLES, type CareRole, MEMBER_STATES, type MemberState, identityLimits } from '@crosscity/identity/contract';

/** What the list of accounts is narrowed to, as it stands in the address. */
export interface FileTerms {
  text: string;
  role: CareRole | '';
  city: string;
  state: MemberState | '';
}

export const ALL_FILES: FileTerms = { text: '', role: '', city: '', state: '' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What nobody could have chosen counts as nothing: a shortened or mistyped address still shows accounts. */
export function fileTermsOf(search: URLSearchParams): FileTerms {
  const [role, city, state] = [search.get('role') ?? '', search.get('city') ?? '', search.get('state') ?? ''];
  return {
    text: (search.get('q') ?? '').trim().slice(0, identityLimits.email),
    role: (CARE_ROLES as readonly string[]).includes(role) ? (role as CareRole) : '',
    city: UUID.test(city) ? city : '',
    state: (MEMBER_STATES as readonly string[]).includes(state) ? (state as MemberState) : '',
  };
}

export function fileAddressOf({ text, role, city, state }: FileTerms): string {
  const search = new URLSearchParams(Object.entries({ q: text, role, city, state }).filter(([, value]) => value !== '')).toString();
  return search ? `/staff/members?${search}` : '/staff/members';
}
