/** What the words before or around a number say about it. All lists hold folded words (see `fold.ts`). */
const BEFORE = {
  id: String.raw`cpr|bsn|dni|nie|nif|ssn|hetu|personnummer|persnr|personnr|pnr|f[øo]dselsnummer|fnr|d-nummer|henkil[öo]tunnus\p{L}*|henkil[öo]tunnuksen|sosiaaliturvatunnus|burgerservicenummer|sofinummer|steuer-?id|steueridentifikationsnummer|steuernummer|idnr|versicherungsnummer|sozialversicherungsnummer|rentenversicherungsnummer|social security|national id|id number|identity number|personal number|samordningsnummer|documento|identidad|رقم الهويه|رقم الهوية|الهوية الوطنيه|الهوية الوطنية|الرقم الشخصي|الرقم الوطني|رقم قومي`,
  call: String.raw`tel|tlf|telephone|phone|mobile|cell|call|text|sms|whatsapp|signal|telegram|viber|puh|puhelin\p{L}*|gsm|soita|ring|ringde|mobil|mobilnr|telefon\p{L}*|handy|anrufen|rufnummer|mobiel|bel|telefoonnummer|tel[ée]fono|m[óo]vil|llam[ae]r?|ll[áa]mame|هاتف\p{L}*|الهاتف|هاتفه|هاتفها|جوال\p{L}*|الجوال|موبايل|واتساب|اتصل\p{L}*`,
  plate: String.raw`plate|plates|license|licence|registration|reg|registered|car|van|scooter|moped|vehicle|bil|bilen|bilens|nummerplade|nummerplate|registreringsnummer|reg\.?nr|regnr|skilt|skyltar?|knallert|kennzeichen|nummernschild|auto|autos?|wagen|fahrzeug|roller|kenteken|kentekenplaat|busje|matr[íi]cula|coche|moto|furgoneta|rekisteri\p{L}*|auton?|autolla|mopo|لوحه|لوحة|سياره|سيارة|السياره|السيارة|سيارته|رقم السيارة`,
  birth: String.raw`born|dob|date of birth|birthday|geb|geboren|geburtsdatum|geboortedatum|f[øo]dt|født|f[öo]dd|fødselsdato|f[øo]dselsdag|f[öo]delsedatum|syntynyt|syntym[äa]aika|s|nacid[oa]|naci[óo]|fecha de nacimiento|مواليد|ولد|ولدت|المولود\p{L}*|تاريخ الميلاد|تاريخ ميلاده|تاريخ ميلادها`,
} as const;

/** "Number" may be any number; after it, what looks like a phone's is one. */
const NUMBER = String.raw`number|nummer|numero\p{L}*|número|رقم\p{L}*`;
type About = keyof typeof BEFORE | 'phone';

/** A few small words may stand between: "phone number is", "plate no.:". */
const patterns = Object.fromEntries(Object.entries({ ...BEFORE, phone: `${BEFORE.call}|${NUMBER}` }).map(([about, words]) => [about, new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}])[^\p{N}\n]{0,24}$`, 'iu')])) as Record<About, RegExp>;
const REACH = 60;

/** Whether such a word stands shortly before this place. */
export function wordBefore(about: About, text: string, at: number): boolean {
  return patterns[about].test(text.slice(Math.max(0, at - REACH), at));
}
