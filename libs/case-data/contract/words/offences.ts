/** Words that tell of an offence or of an intervention, as beginnings: "attack" also finds "attacked". Folded, lower case. */
const BEGINNINGS: string[] = [
  // English
  'attack', 'assault', 'stabb', 'robb', 'rape', 'raping', 'murder', 'kill', 'shot', 'shooting', 'arrest', 'arson', 'threaten', 'burgl', 'theft', 'stole', 'vandal', 'offence', 'offense', 'crime', 'beaten', 'beat up', 'fight', 'raid', 'detain', 'convict', 'sentenced',
  // Danish, Norwegian, Swedish
  'angreb', 'angrep', 'overfald', 'overfalt', 'overfall', 'vold', 'våld', 'knivstuk', 'knivstakk', 'knivhugg', 'knivstukk', 'knivdåd', 'røver', 'raner', 'ranet', 'rånad', 'rånet', 'rånet', 'voldt', 'våldt', 'drap', 'dræb', 'drept', 'mord', 'skud', 'skutt', 'skyd', 'skjøt', 'sköt', 'skjut', 'anhold', 'pågrep', 'pågrip', 'påsatt', 'anlagd brand', 'trus', 'truet', 'hot', 'hota', 'indbrud', 'innbrudd', 'inbrott', 'tyveri', 'stöld', 'hærverk', 'hærværk', 'skadegör', 'lovbrudd', 'brott', 'misshand', 'slagsmål', 'dømt', 'dömd',
  // Dutch, German
  'aanval', 'aangevallen', 'mishandel', 'gestoken', 'steekpartij', 'beroofd', 'beroving', 'overval', 'verkracht', 'moord', 'gedood', 'neergeschoten', 'schietpartij', 'aangehouden', 'gearresteerd', 'brandstichting', 'bedreig', 'inbraak', 'diefstal', 'vernield', 'misdrijf', 'vechtpartij', 'veroordeeld',
  'angriff', 'angegriffen', 'uberfall', 'überfall', 'niedergestochen', 'messer', 'raub', 'vergewaltig', 'getotet', 'getötet', 'totung', 'schuss', 'schüsse', 'angeschossen', 'festgenommen', 'festnahme', 'verhaftet', 'brandstiftung', 'bedroh', 'einbruch', 'diebstahl', 'gestohlen', 'sachbeschadig', 'sachbeschädig', 'straftat', 'korperverletzung', 'körperverletzung', 'schlagerei', 'schlägerei', 'verurteilt', 'verprugelt', 'verprügelt', 'tat',
  // Finnish
  'hyökk', 'pahoinpit', 'puukot', 'ryöst', 'raiska', 'murha', 'tappo', 'tapettiin', 'ammu', 'pidäte', 'tuhopolt', 'uhka', 'murto', 'varka', 'varast', 'rikos', 'rikok', 'tappel', 'tuomit',
  // Spanish
  'ataque', 'atac', 'agred', 'agresi', 'apuñal', 'robo', 'robó', 'robar', 'asalt', 'viol', 'asesin', 'mató', 'tirote', 'dispar', 'detenid', 'detuv', 'incendi', 'amenaz', 'hurto', 'delito', 'crimen', 'pelea', 'conden',
  // Arabic
  'اعتدي', 'اعتداء', 'الاعتداء', 'هاجم', 'هجوم', 'الهجوم', 'طعن', 'سرق', 'السرقة', 'اغتصب', 'اغتصاب', 'قتل', 'القتل', 'مقتل', 'اطلق النار', 'اطلاق النار', 'اعتقل', 'اعتقال', 'القي القبض', 'القبض', 'اوقف', 'احرق', 'هدد', 'تهديد', 'جريمة', 'الجريمة', 'شجار', 'ضرب', 'حكم عليه',
];
/** Short beginnings that many other words share are whole words. */
const WHOLE = new Set(['hot', 'tat', 'shot', 'viol', 'fight', 'beat up', 'trus', 'kill', 'raid']);
const source = [...new Set(BEGINNINGS)].map((word) => (WHOLE.has(word) ? `${word}(?:s|ed|ing|sel|er|en|et|ó|aron|ada|ado)?(?!\\p{L})` : word)).join('|');
/** Arabic joins "and", "so", "by", "the" to the word. */
const OFFENCE = new RegExp(String.raw`(?<!\p{L})(?:[وفبل]|[وفب]?ال|لل)?(?:${source})`, 'iu');

export const tellsOfOffence = (text: string): boolean => OFFENCE.test(text);
