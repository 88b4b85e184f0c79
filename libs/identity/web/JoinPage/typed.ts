import { type FieldOfWork, identityLimits } from '@crosscity/identity/contract';

/** What stands in the form. The password is kept apart: it must not lie about in a draft. */
export interface TypedApplication {
  name: string;
  email: string;
  work: FieldOfWork | '';
  title: string;
  organisation: string;
  /** The id of a city, `other` for one that is not here, nothing while it is not chosen. */
  city: string;
  place: string;
  languages: string[];
  why: string;
  listed: boolean;
}

export const NOTHING_TYPED: TypedApplication = { name: '', email: '', work: '', title: '', organisation: '', city: '', place: '', languages: [], why: '', listed: false };

/** In the order of the page. */
export const APPLICATION_FIELDS = ['name', 'work', 'title', 'organisation', 'cityId', 'place', 'languages', 'why', 'email', 'password'] as const;
export type ApplicationField = (typeof APPLICATION_FIELDS)[number];

const within = (text: string, least: number, most: number) => text.trim().length >= least && text.trim().length <= most;

/** Which fields are wrong, by the limits that the server holds as well. */
export function wrongFields(typed: TypedApplication, password: string): ApplicationField[] {
  const fine: Record<ApplicationField, boolean> = {
    name: within(typed.name, 2, identityLimits.name),
    work: typed.work !== '',
    title: within(typed.title, 2, identityLimits.title),
    organisation: within(typed.organisation, 2, identityLimits.organisation),
    cityId: typed.city !== '',
    place: typed.city !== 'other' || within(typed.place, 1, identityLimits.place),
    languages: typed.languages.length > 0 && typed.languages.length <= identityLimits.languages,
    why: within(typed.why, 10, identityLimits.why),
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email.trim()) && typed.email.trim().length <= identityLimits.email,
    password: password.length >= identityLimits.password.least && password.length <= identityLimits.password.most,
  };
  return APPLICATION_FIELDS.filter((field) => !fine[field]);
}
