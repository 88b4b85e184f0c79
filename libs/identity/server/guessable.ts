/** Words that everybody here would try first (ASVS 6.2.11). A password that is little more than one of them is refused. */
const OF_THIS_PLACE = ['crosscity', 'strongcities', 'prevention', 'polarisation', 'polarization', 'extremism', 'radicalisation', 'youthwork', 'socialwork', 'helsinki', 'stockholm', 'nuremberg', 'antwerp', 'thehague', 'charlotte', 'columbus', 'hennepin', 'oklahoma', 'highlandpark', 'losangeles', 'hartford', 'stamford', 'washington', 'newyorkcity', 'berlin', 'munich', 'oslo'];

/** The stems of the passwords that lead every leaked list; digits and signs around them add nothing. */
const TRIED_FIRST = ['password', 'passwort', 'passord', 'losenord', 'salasana', 'adgangskode', 'contrasena', 'wachtwoord', 'qwerty', 'qwertyuiop', 'azerty', 'asdfghjkl', 'zxcvbnm', 'letmein', 'welcome', 'willkommen', 'iloveyou', 'administrator', 'admin', 'monkey', 'dragon', 'football', 'baseball', 'sunshine', 'princess', 'superman', 'batman', 'trustno', 'whatever', 'starwars', 'changeme', 'secret', 'computer', 'internet', 'master', 'michael', 'jennifer', 'jordan', 'liverpool', 'charlie', 'summer', 'winter', 'spring', 'autumn', 'abcdefgh', 'abcdefghij', 'qazwsx', 'qazwsxedc', 'testtest', 'test', 'default', 'guest', 'login', 'hello'];

const SEQUENCES = '01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba qwertyuiop asdfghjkl zxcvbnm';

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/**
 * Whether a password is among those that are tried first: a well-known word or a word of this person or place with a few
 * signs around it, one sign again and again, or a run along the keyboard. Length is asked elsewhere.
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  if (new Set(typed).size <= 3 || SEQUENCES.includes(typed)) return true;
  // A sequence that was typed twice is no longer one.
  if (typed.length % 2 === 0 && typed.slice(0, typed.length / 2) === typed.slice(typed.length / 2) && SEQUENCES.includes(typed.slice(0, typed.length / 2))) return true;
  const unleeted = typed.replace(/[0134578@$!]/g, (sign) => LEET[sign] ?? sign);
  const ownWords = own.flatMap((word) => word.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);
  const words = [...OF_THIS_PLACE, ...TRIED_FIRST, ...ownWords].sort((one, other) => other.length - one.length);
  return [typed, unleeted].some((form) => words.includes(form) || leavesLittle(form.replace(/[^\p{L}]/gu, ''), words));
}

/** Whether fewer than four letters are left when the words are taken out, if one of them was in there. */
function leavesLittle(letters: string, words: readonly string[]): boolean {
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), letters);
  return left.length < letters.length && left.length < 4;
}
