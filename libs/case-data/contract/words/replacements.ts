import type { CaseDataKind } from '../finding';

/** Neutral words that go into the writer's own text, so in the text's language, whatever the interface speaks. */
interface NeutralWords extends Record<Exclude<CaseDataKind, 'nameWithAge' | 'offenceDate' | 'birthDate'>, string> {
  /** "A boy called …" */
  called: string;
  child(age: number): string;
  young(age: number): string;
  adult(age: number): string;
  /** A day that is not told; with its year, where there is one. */
  day(year?: number): string;
  birth(year?: number): string;
}

export const NEUTRAL: Record<string, NeutralWords> = {
  en: {
    nationalId: '[identity number]', bankNumber: '[bank number]', email: '[e-mail address]', phone: '[phone number]', plate: '[number plate]', address: 'a street in the district', schoolClass: 'a class at a school in the city', name: 'a young person', called: '[name]',
    child: (age) => `a child of about ${age}`, young: (age) => `a young person of about ${age}`, adult: (age) => `an adult of about ${age}`, day: (year) => (year ? `one day in ${year}` : 'one day'), birth: (year) => (year ? `about ${year}` : '[date of birth]'),
  },
  ar: {
    nationalId: '[رقم الهوية]', bankNumber: '[رقم مصرفي]', email: '[عنوان بريد إلكتروني]', phone: '[رقم هاتف]', plate: '[لوحة سيارة]', address: 'شارع في الحي', schoolClass: 'صف في إحدى مدارس المدينة', name: 'شخص في مقتبل العمر', called: '[اسم]',
    child: (age) => `طفل في نحو الـ${age} من العمر`, young: (age) => `شخص في نحو الـ${age} من العمر`, adult: (age) => `شخص بالغ في نحو الـ${age} من العمر`, day: (year) => (year ? `أحد أيام عام ${year}` : 'أحد الأيام'), birth: (year) => (year ? `نحو عام ${year}` : '[تاريخ الميلاد]'),
  },
  da: {
    nationalId: '[CPR-nummer]', bankNumber: '[kontonummer]', email: '[e-mailadresse]', phone: '[telefonnummer]', plate: '[nummerplade]', address: 'en gade i kvarteret', schoolClass: 'en klasse på en skole i byen', name: 'en ung person', called: '[navn]',
    child: (age) => `et barn på omkring ${age}`, young: (age) => `en ung på omkring ${age}`, adult: (age) => `en voksen på omkring ${age}`, day: (year) => (year ? `en dag i ${year}` : 'en dag'), birth: (year) => (year ? `omkring ${year}` : '[fødselsdato]'),
  },
  de: {
    nationalId: '[Personennummer]', bankNumber: '[Kontonummer]', email: '[E-Mail-Adresse]', phone: '[Telefonnummer]', plate: '[Kennzeichen]', address: 'eine Straße im Viertel', schoolClass: 'eine Klasse an einer Schule der Stadt', name: 'ein junger Mensch', called: '[Name]',
    child: (age) => `ein Kind von etwa ${age} Jahren`, young: (age) => `ein junger Mensch von etwa ${age} Jahren`, adult: (age) => `eine erwachsene Person von etwa ${age} Jahren`, day: (year) => (year ? `an einem Tag im Jahr ${year}` : 'an einem Tag'), birth: (year) => (year ? `um ${year}` : '[Geburtsdatum]'),
  },
  es: {
    nationalId: '[número de identidad]', bankNumber: '[número bancario]', email: '[correo electrónico]', phone: '[número de teléfono]', plate: '[matrícula]', address: 'una calle del barrio', schoolClass: 'una clase de un centro de la ciudad', name: 'una persona joven', called: '[nombre]',
    child: (age) => `una criatura de unos ${age} años`, young: (age) => `una persona joven de unos ${age} años`, adult: (age) => `una persona adulta de unos ${age} años`, day: (year) => (year ? `un día de ${year}` : 'un día'), birth: (year) => (year ? `hacia ${year}` : '[fecha de nacimiento]'),
  },
  fi: {
    nationalId: '[henkilötunnus]', bankNumber: '[tilinumero]', email: '[sähköpostiosoite]', phone: '[puhelinnumero]', plate: '[rekisterinumero]', address: 'eräs alueen katu', schoolClass: 'eräs luokka kaupungin koulussa', name: 'eräs nuori', called: '[nimi]',
    child: (age) => `noin ${age}-vuotias lapsi`, young: (age) => `noin ${age}-vuotias nuori`, adult: (age) => `noin ${age}-vuotias aikuinen`, day: (year) => (year ? `eräänä päivänä vuonna ${year}` : 'eräänä päivänä'), birth: (year) => (year ? `noin ${year}` : '[syntymäaika]'),
  },
  nb: {
    nationalId: '[fødselsnummer]', bankNumber: '[kontonummer]', email: '[e-postadresse]', phone: '[telefonnummer]', plate: '[bilskilt]', address: 'en gate i området', schoolClass: 'en klasse på en skole i byen', name: 'en ung person', called: '[navn]',
    child: (age) => `et barn på rundt ${age}`, young: (age) => `en ungdom på rundt ${age}`, adult: (age) => `en voksen på rundt ${age}`, day: (year) => (year ? `en dag i ${year}` : 'en dag'), birth: (year) => (year ? `rundt ${year}` : '[fødselsdato]'),
  },
  nl: {
    nationalId: '[burgerservicenummer]', bankNumber: '[rekeningnummer]', email: '[e-mailadres]', phone: '[telefoonnummer]', plate: '[kenteken]', address: 'een straat in de wijk', schoolClass: 'een klas op een school in de stad', name: 'een jongere', called: '[naam]',
    child: (age) => `een kind van ongeveer ${age}`, young: (age) => `een jongere van ongeveer ${age}`, adult: (age) => `een volwassene van ongeveer ${age}`, day: (year) => (year ? `op een dag in ${year}` : 'op een dag'), birth: (year) => (year ? `rond ${year}` : '[geboortedatum]'),
  },
  sv: {
    nationalId: '[personnummer]', bankNumber: '[kontonummer]', email: '[e-postadress]', phone: '[telefonnummer]', plate: '[registreringsnummer]', address: 'en gata i området', schoolClass: 'en klass på en skola i staden', name: 'en ung person', called: '[namn]',
    child: (age) => `ett barn på omkring ${age}`, young: (age) => `en ungdom på omkring ${age}`, adult: (age) => `en vuxen på omkring ${age}`, day: (year) => (year ? `en dag ${year}` : 'en dag'), birth: (year) => (year ? `omkring ${year}` : '[födelsedatum]'),
  },
};

/** `age` of a name with an age, `year` of a date. The age stays "about": it matters for a lesson, and alone it leads to nobody. */
export function replacementFor(kind: CaseDataKind, language: string | null | undefined, { age, year, called }: { age?: number; year?: number; called?: boolean } = {}): string {
  const words = NEUTRAL[language ?? 'en'] ?? NEUTRAL.en!;
  if (kind === 'nameWithAge') return age === undefined ? words.name : age < 13 ? words.child(age) : age < 26 ? words.young(age) : words.adult(Math.round(age / 5) * 5);
  if (kind === 'name' && called) return words.called;
  if (kind === 'offenceDate') return words.day(year);
  if (kind === 'birthDate') return words.birth(year);
  return words[kind];
}
