/**
 * Written after the rules, to see what they had not been made for: language, text, the kind that must be found. Of the first 46 the
 * rules found 37 at first sight, of the next 48, after mending, 45. New samples belong at the end, before looking at the rules.
 */
export const SECOND: [language: string, text: string, kind: string][] = [
  ['en', 'Last week Kareem, who is 15, told us about it.', 'nameWithAge'], ['en', 'We supported Layla (aged 13) for months.', 'nameWithAge'], ['en', 'Fatima A., 16, lives with an aunt.', 'nameWithAge'], ['en', 'a 16 year old called Danny asked', 'nameWithAge'], ['en', 'Omar, now 18, volunteers.', 'nameWithAge'],
  ['en', 'His mum is on 020 7946 0958.', 'phone'], ['en', 'WhatsApp +31612345678 is the one to use.', 'phone'], ['en', 'Reach him at j.doe+club@gmail.com!', 'email'], ['en', 'NHS? no; but SSN: 123-45-6789', 'nationalId'],
  ['da', 'Yasmin på 15 år fortalte om det.', 'nameWithAge'], ['da', 'Hendes telefonnummer er 28904512.', 'phone'], ['da', 'CPR: 010203-1234', 'nationalId'], ['da', 'en 16-årig dreng, Emil, kom', 'nameWithAge'],
  ['nb', 'Mohammed (16 år) fikk jobb.', 'nameWithAge'], ['nb', 'Tlf. 92 34 56 78', 'phone'], ['nb', 'Kari Nordmann på 17 år', 'nameWithAge'], ['nb', 'fødselsnummeret hans er 13050720181', 'nationalId'],
  ['sv', 'Amir, 17 år gammal, slutade.', 'nameWithAge'], ['sv', 'nå henne på 0735551234', 'phone'], ['sv', 'personnummer 20070513-2389', 'nationalId'], ['sv', 'Linnea som är 16 år', 'nameWithAge'],
  ['fi', 'Mohamed, joka on 16-vuotias, tuli', 'nameWithAge'], ['fi', 'hetu on 151190-0424', 'nationalId'], ['fi', 'numero 0401234567', 'phone'], ['fi', 'Eetu (17 v.) jäi', 'nameWithAge'], ['fi', '15-vuotias Leevi H. kertoi', 'nameWithAge'],
  ['de', 'Kevin ist 15 und bleibt.', 'nameWithAge'], ['de', 'Mehmet, ein 16-jähriger Schüler, kam', 'nameWithAge'], ['de', 'Tel.: 030/1234567', 'phone'], ['de', 'IBAN DE89370400440532013000', 'bankNumber'], ['de', 'Sein Kennzeichen: HH AB 1234', 'plate'],
  ['nl', 'Bilal van 15 jaar deed mee', 'nameWithAge'], ['nl', 'zijn 06-nummer is 06-12345678', 'phone'], ['nl', 'kenteken 12-AB-34', 'plate'], ['nl', 'Youssef (14 jr) kwam', 'nameWithAge'], ['nl', 'bsn: 453477823', 'nationalId'],
  ['es', 'Youssef, de 15 años, vino', 'nameWithAge'], ['es', 'una niña de 13 años, Noor, habló', 'nameWithAge'], ['es', 'móvil 612345678', 'phone'], ['es', 'con DNI número 48213975-H', 'nationalId'], ['es', 'Carmen, de 16, y su madre', 'nameWithAge'],
  ['ar', 'الطالب عمر (15 سنة) حضر', 'nameWithAge'], ['ar', 'سلمى، وعمرها 16 عاما، تطوعت', 'nameWithAge'], ['ar', 'رقم الجوال 0501234567', 'phone'], ['ar', 'ياسين يبلغ من العمر 17 عاما', 'nameWithAge'], ['ar', 'بريدها salma.h@gmail.com هنا', 'email'],
  ['en', 'One evening Hamza (17) brought his cousin.', 'nameWithAge'], ['en', 'We knew that Chloe W. was 14 at the time.', 'nameWithAge'], ['en', 'the youngest, Jayden, 11, was afraid', 'nameWithAge'], ['en', 'phone 0161 496 0000', 'phone'], ['en', 'mobile: 07911-123456', 'phone'], ['en', 'contact: mohammed.ali_2009@outlook.com', 'email'], ['en', 'Amina was 16 when it began.', 'nameWithAge'],
  ['en', 'the house at 44 Mill Lane', 'address'], ['en', 'a pupil in Year 9 at Hillcrest Academy', 'schoolClass'], ['en', 'He was arrested on 3rd of May 2023.', 'offenceDate'], ['en', 'a girl named Rosa', 'name'],
  ['da', 'Sofie er 14 år og bor hos sin mor', 'nameWithAge'], ['da', 'den 17-årige Hassan M. blev anholdt', 'nameWithAge'], ['da', 'sms til 22 33 44 55', 'phone'], ['da', 'cpr-nr. 020399-4001', 'nationalId'], ['da', 'reg.nr. CD 34 567', 'plate'],
  ['nb', 'Jonas, 16, ville ut av miljøet', 'nameWithAge'], ['nb', 'mobil 98765432', 'phone'], ['nb', 'e-post sara.h@online.no', 'email'], ['nb', 'Den 15 år gamle Emma K. fortalte', 'nameWithAge'],
  ['sv', 'Ali (15) och hans kompis', 'nameWithAge'], ['sv', 'Samtalet med Maja, 13 år, var svårt', 'nameWithAge'], ['sv', 'tel 08-123 456 78', 'phone'], ['sv', 'pnr 990302-9883', 'nationalId'], ['sv', 'hans bil XYZ 987', 'plate'],
  ['fi', 'Sami, 17, halusi pois', 'nameWithAge'], ['fi', 'Leila on 15 ja käy koulua', 'nameWithAge'], ['fi', 'puh. 050-1234567', 'phone'], ['fi', 'sähköposti: leila.k@luukku.com', 'email'],
  ['de', 'Elif (14) geht gern hin', 'nameWithAge'], ['de', 'Murat war 17, als er kam', 'nameWithAge'], ['de', 'unter +49 151 2345 6789', 'phone'], ['de', 'Steuer-ID: 51328760543', 'nationalId'], ['de', 'mail an elif-2010@web.de', 'email'], ['de', 'die 13 Jahre alte Emma', 'nameWithAge'],
  ['nl', 'Fatima is 16 jaar en wil stoppen', 'nameWithAge'], ['nl', 'Sem (12) durfde niet', 'nameWithAge'], ['nl', 'tel. 020-1234567', 'phone'], ['nl', 'bankrekening NL91ABNA0417164300', 'bankNumber'],
  ['es', 'Hugo, 14, no quería volver', 'nameWithAge'], ['es', 'Aisha tenía 15 años entonces', 'nameWithAge'], ['es', 'tlf. 91 123 45 67', 'phone'], ['es', 'NIE Z1029384R', 'nationalId'],
  ['ar', 'التقينا نور (14 عاما) في المكتبة', 'nameWithAge'], ['ar', 'محمد الذي يبلغ 15 عاما', 'nameWithAge'], ['ar', 'هاتف: 00962 79 123 4567', 'phone'], ['ar', 'كانت هدى بنت 16 سنة', 'nameWithAge'], ['ar', 'رقم البطاقة 5573 8291 0293 8477', 'bankNumber'],
];
