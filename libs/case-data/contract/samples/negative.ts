/** Nothing may be found in these: what lessons are full of. */
export const NEGATIVE: string[] = [
  'In 2023, 14 of 120 pupils took part; in 2024 it was 35.', 'See § 14 and § 85 (2) of the act, and Article 14.', 'The Class of 2024 planted 14 trees.', 'The line is open 24/7, also on 24 December.', 'Call 112 in an emergency, or 116 111 for children.',
  'The 2020-2025 plan costs 1 250 000 euros.', 'Between 2018-2023 the number fell by 12.5 %.', 'Project 360 and Room 101 work together.', 'We met at 18:30 on 12 March 2024 to plan the year.', 'Ages 14 to 17, in groups of 8 to 12.', 'In Oslo, 14-year-olds have one lesson a week.',
  'Oslo, 14 years later, still has it.', 'In March, 14 youths came.', 'The COVID-19 years; ISO 9001; EU-27; ICD-10.', 'Table (14), Figure 3 (12) and Step 5, 20 minutes.', 'Version 2.0.14 of the guide, DOI 10.1000/182.', 'Police district 4, 2nd floor, room 12.', 'A class of 24 at a school in the city took part.',
  'Class 8 pupils at the school talked about it.', 'Budget: 12,345,678.90 kronor; 1.234.567 in total.', 'Follow @citynetwork or read www.city.example/2024/12/03.', 'Order 1234 5678 of chairs.', 'One adult for 14 children; under 18s only.', 'The team named Anchor works since 2009.', 'A programme called Aarhus began in 2007.',
  'Anders is a researcher.', 'Report 2022:14, page 117.', 'Grants of $2 500 to 14 groups, 3 300 km apart.', 'We asked 219 people, 09 of them twice.', 'A tram 12, a bus 404.', 'Contrast of text 13.7 / 10.4 and ring 1.0625 (17).',
  'I 2023 kom 14 unge; i 2024 var det 35.', 'Straffeloven § 114 b og § 266 b.', 'Vi holdt møde den 12. marts 2024 om planen.', '14-årige har ofte travlt.', 'Skolens 8. klasse var med på turen.', 'Åben 24/7, ring 112 ved fare.',
  'Im Jahr 2023 kamen 14 Jugendliche; § 14 SGB VIII.', 'Ein 14-jähriger Schüler fragte danach.', 'Auf Platz 5 von 20 Städten.', 'Die Klasse 8 der Schule war dabei.', 'Am 12.03.2024 tagte der Beirat.', 'Das Programm „Demokratie 2025“ kostet 120.000 Euro.',
  'En 2023 vinieron 14 jóvenes; art. 510 del Código Penal.', 'Los chicos de 14 años vienen más.', 'El taller del 12 de marzo de 2024 fue largo.', 'La plaza abre 24 horas, 365 días.', 'Plan 2021-2024, línea 3, medida 12.',
  'Vuonna 2023 tuli 14 nuorta; rikoslain 11 luku 10 §.', '14-vuotiaat kysyvät paljon.', 'Kokous pidettiin 12.3.2024 kaupungintalolla.', 'Koulun 8. luokka oli mukana.', 'Avoinna 24/7, hätänumero 112.',
  'I 2023 kom 14 unge; straffeloven § 185.', '14 år gamle elever fikk tilbudet.', 'Møtet var 12. mars 2024 på rådhuset.', 'Klassen på skolen var 24 elever.',
  'In 2023 kwamen 14 jongeren; artikel 137c.', 'De 14-jarigen praten mee.', 'Op 12 maart 2024 was er overleg.', 'Groep 8 van de school deed mee.',
  'År 2023 kom 14 ungdomar; 16 kap. 8 § brottsbalken.', '14-åringar frågar mycket.', 'Mötet var den 12 mars 2024 i stadshuset.', 'Skolans årskurs 8 var med.', 'Öppet 24/7, ring 112.',
  'في عام 2023 شارك 14 شابا، وفي 2024 شارك 35.', 'المادة 14 من القانون رقم 5 لسنة 2014.', 'اجتمعنا يوم 12 مارس 2024 لوضع الخطة.', 'اتصل بالرقم 112 عند الخطر.', 'طلاب الصف الثامن في المدرسة شاركوا.', 'على مدار 24 ساعة، 7 أيام.', 'تتراوح الأعمار بين 14 و17 سنة.', 'زارنا 120 طالبا من 14 مدرسة.',
];
