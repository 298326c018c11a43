import { describe, expect, test } from 'vitest';
import { withheldGround } from './recipient.ts';
import { suspicionsOf, type Suspicion } from './suspicion.ts';

describe('only whom strong evidence shows to be a legal person is named', () => {
  test.each([
    ['Vereinigung der Vietnamesen in Berlin & Brandenburg e. V.', undefined],
    ['Campus Berufsbildung e.V.', undefined],
    ['Diakoniewerk Simeon gGmbH', undefined],
    ['Georg Hillmann Gmbh & Co. KG', undefined],
    ['Gesellschaft für ManagementberatungmbH', undefined],
    ['Muster Aktiengesellschaft', undefined],
    ['Bau AG', undefined],
    ['Wohnen eG', undefined],
    ['Studio UG (haftungsbeschränkt)', undefined],
    ['TDK-EPC AG & Co. KG', undefined],
    ['Airbus SE', undefined],
    ['BVG Anstalt des öffentlichen Rechts', undefined],
    ['Deutsches Herzzentrum – Stiftung des bürgerlichen Rechts', undefined],
    ['Amadeu-Antonio-Stiftung', undefined],
    ['Deutsche Forschungsgemeinschaft', undefined],
    ['Bezirksamt Marzahn-Hellersdorf', undefined],
    ['Charité - Universitätsmedizin Berlin', undefined],
    ['Baufachfrau Berlin', 'VR_009538'],
    ['Akademie der Künste', 'KÖR_100075'],
  ])('%s (%s)', (name, register) => {
    expect(withheldGround(name, register)).toBeUndefined();
  });

  test.each([
    ['Peter Kammer', undefined],
    ['Anna Kirchert', undefined],
    ['Maria Kirchenbauer', undefined],
    ['Maximilian Umbhauer', undefined],
    ['Anne Rombhild', undefined],
    ['Ag Demir', undefined],
    ['Dr. Müller, Charité', undefined],
    ['AG Kiezkultur', undefined],
    ['Türkischer Bund in Berlin-Brandenburg', undefined],
    ['Verein Schöneberger Boxfreunde 1924', 'NR_100450'],
    ['Verein Schöneberger Boxfreunde 1924', 'A_3163'],
    ['Kids & Co', 'VT_029537'],
    ['Kids & Co', 'VR_'],
    ['Kids & Co', 'VR_000000'],
    ['Erika Beispiel', 'HRA_040908'],
  ])('of %s (%s) the legal form is unknown', (name, register) => {
    expect(withheldGround(name, register)).toBe('legal-form-unknown');
  });

  test.each([
    ['Erika Beispiel e. K.', 'HRB_1'],
    ['Erika Beispiel e.Kfr.', 'VR_000001'],
    ['Muster e.Kfm.', undefined],
    ['Muster und Partner GbR', 'VR_000001'],
    ['Verschiedene Gesellschaften bürgerlichen Rechts', undefined],
    ['Natürliche Person', undefined],
    ['Bäckerei Johann Beispiel OHG', 'HRA_001011'],
    ['Gorbatschow Wodka KG', 'HRA_031977'],
    ['Kiezgruppe nicht eingetragener Verein', undefined],
    ['e.qua Netzwerk', 'GBR_100026'],
  ])('%s (%s) is no legal person', (name, register) => {
    expect(withheldGround(name, register)).toBe('not-a-legal-person');
  });
});

describe('what may tell of a natural person waits', () => {
  const found = (name: string, purpose: string, register?: string, place = '10999') =>
    suspicionsOf({ name, purpose, place, withheld: withheldGround(name, register) });

  test.each<[string, string, string | undefined, Suspicion]>([
    ['C.U.B.A. gGmbH', 'EGZ §88 - Gartenbauhelfer (Hr. Beispiel)', 'HRB_1', 'person'],
    ['C.U.B.A. gGmbH', 'EGZ §88 - Sekretärin (Fr. El Beispiel)', 'HRB_1', 'person'],
    ['C.U.B.A. gGmbH', 'Koordination durch Herrn Dr. Beispiel', 'HRB_1', 'person'],
    ['Katholische Pfarrgemeinde St. Laurentius Herr Dr. Ernst Beispiel', 'Gutachten', undefined, 'person'],
    ['Natürliche Person', 'Stipendium für Erika Beispiel', undefined, 'person'],
    ['Erika Beispiel', 'Stipendium für Erika Beispiel-Muster', undefined, 'person'],
    ['Farafina e. V. c/o Erika Beispiel', 'Fest', undefined, 'care-of'],
    ['Farafina e. V., C/O Beispiel', 'Fest', undefined, 'care-of'],
    ['Peter Kammer', 'Fest', 'VR_000017', 'two-word-name'],
    ['Erika Beispiel', 'Förderung von Beispiel, Erika', undefined, 'recipient-in-purpose'],
    ['Fox & Beispiel', 'Balkone, Margaretenstraße 6', undefined, 'address'],
    ['A e. V.', 'Anmeldung unter amina@verein.example', undefined, 'contact'],
    ['A e. V.', 'Konto DE02 1203 0000 0000 2020 51', undefined, 'contact'],
  ])('%s: %s (%s)', (name, purpose, register, suspicion) => {
    expect(found(name, purpose, register)).toContain(suspicion);
  });

  test.each([
    ['FrauSuchtZukunft - Verein zur Hilfe suchtmittelabhängiger Frauen e. V.', 'Koordinierung FrauenSuchtArbeit'],
    ['Handwerkskammer Berlin', 'Förderung der Betriebsberatungsstelle'],
    ['Vereinigung der Vietnamesen e. V.', 'Förderung der Integration, Mahlower Straße 12'],
    ['Türkischer Bund in Berlin-Brandenburg', 'Beratung für Frauen und Männer'],
  ])('and what does not, does not: %s, %s', (name, purpose) => {
    expect(found(name, purpose)).toEqual([]);
  });

  test('long words cost no time', () => {
    for (const text of ['Fr. '.repeat(25_000), 'für A'.repeat(20_000), 'str. '.repeat(20_000), 'A'.repeat(100_000)]) {
      const from = performance.now();
      suspicionsOf({ name: text, purpose: text, place: text, withheld: withheldGround(text, text) });
      expect(performance.now() - from).toBeLessThan(400);
    }
  });
});
