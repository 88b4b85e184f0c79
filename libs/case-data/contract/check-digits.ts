/** The arithmetic of numbers that check themselves. Each takes digits (and letters, where the number has any) without separators. */

/** ISO/IEC 7812-1, annex B: payment cards, Swedish personal numbers. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** ISO 13616: IBAN. */
export function isMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const weighted = (digits: string, weights: readonly number[]) => weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** Norway, fødselsnummer (FOR-2017-07-14-1201): eleven digits, two of them for checking. */
export function isNorwegian(digits: string): boolean {
  const first = (11 - (weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
  const second = (11 - (weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return first === Number(digits[9]) && second === Number(digits[10]);
}

/** Denmark, CPR: the check of numbers before 2007; newer ones may lack it. */
export const isOldDanish = (digits: string): boolean => weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** Netherlands, burgerservicenummer: the "eleven test", last digit subtracted. */
export const isDutch = (digits: string): boolean => !/^0+$/.test(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;

/** Finland, henkilötunnus: date and number as one number, modulo 31. */
export const isFinnish = (digits: string, check: string): boolean => '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === check.toUpperCase();

/** Spain, DNI and NIE (X, Y, Z stand for 0, 1, 2): modulo 23. */
export const isSpanish = (digits: string, check: string): boolean => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === check.toUpperCase();

/** Germany, Steuer-ID (§ 139b AO): ISO/IEC 7064 mod 11,10; of the first ten digits exactly one comes twice or three times. */
export function isGermanTax(digits: string): boolean {
  if (digits.startsWith('0')) return false;
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (repeated.length !== 1 || repeated[0]! > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** Germany, Versicherungsnummer of the pension insurance (§ 2 VKVV): eight digits, a letter, two digits, the check digit. */
export function isGermanInsurance(number: string): boolean {
  const letter = String(number.toUpperCase().charCodeAt(8) - 64).padStart(2, '0');
  const digits = number.slice(0, 8) + letter + number.slice(9, 11);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, index) => {
    const product = weight * Number(digits[index]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(number[11]);
}

/** Whether these are a day and a month. */
export const isDay = (day: number, month: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
