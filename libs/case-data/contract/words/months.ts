/** The months as they are written in dates, folded; genitives and cases included where a date has them. */
const MONTHS: string[][] = [
  ['january', 'jan', 'januar', 'januari', 'enero', 'tammikuuta', 'tammikuun', 'يناير', 'كانون الثاني', 'جانفي'],
  ['february', 'feb', 'februar', 'februari', 'febrero', 'helmikuuta', 'helmikuun', 'فبراير', 'شباط', 'فيفري'],
  ['march', 'mar', 'mars', 'marts', 'maart', 'märz', 'marz', 'marzo', 'maaliskuuta', 'maaliskuun', 'مارس', 'اذار'],
  ['april', 'apr', 'abril', 'huhtikuuta', 'huhtikuun', 'ابريل', 'نيسان', 'افريل'],
  ['may', 'mai', 'maj', 'mei', 'mayo', 'toukokuuta', 'toukokuun', 'مايو', 'ايار', 'ماي'],
  ['june', 'jun', 'juni', 'junio', 'kesäkuuta', 'kesäkuun', 'يونيو', 'حزيران', 'جوان'],
  ['july', 'jul', 'juli', 'julio', 'heinäkuuta', 'heinäkuun', 'يوليو', 'تموز', 'جويلية'],
  ['august', 'aug', 'augusti', 'augustus', 'agosto', 'elokuuta', 'elokuun', 'اغسطس', 'اب', 'اوت'],
  ['september', 'sep', 'sept', 'septiembre', 'syyskuuta', 'syyskuun', 'سبتمبر', 'ايلول'],
  ['october', 'oct', 'okt', 'oktober', 'octubre', 'lokakuuta', 'lokakuun', 'اكتوبر', 'تشرين الاول'],
  ['november', 'nov', 'noviembre', 'marraskuuta', 'marraskuun', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'dez', 'des', 'desember', 'dezember', 'diciembre', 'joulukuuta', 'joulukuun', 'ديسمبر', 'كانون الاول'],
];

/** For a regular expression; longer words first, so that "mars" is not read as "mar". */
export const MONTH = MONTHS.flat().sort((a, b) => b.length - a.length).join('|');
