import { day } from '../kernel/day.ts';
import { asId } from '../kernel/id.ts';
import type { Authority, DistrictKey } from './authority.ts';

const SINCE_THE_REFORM = day('2001-01-01');

interface Row {
  readonly key: DistrictKey;
  readonly district: string;
  readonly street: string;
  readonly postcode: string;
  readonly page: string;
}

/** Town halls; where a district has several, the one of the district office. */
const ROWS: readonly Row[] = [
  { key: '01', district: 'Mitte', street: 'Mathilde-Jacob-Platz 1', postcode: '10551', page: 'mitte' },
  {
    key: '02',
    district: 'Friedrichshain-Kreuzberg',
    street: 'Frankfurter Allee 35/37',
    postcode: '10247',
    page: 'friedrichshain-kreuzberg',
  },
  { key: '03', district: 'Pankow', street: 'Breite Straße 24A-26', postcode: '13187', page: 'pankow' },
  {
    key: '04',
    district: 'Charlottenburg-Wilmersdorf',
    street: 'Otto-Suhr-Allee 100',
    postcode: '10585',
    page: 'charlottenburg-wilmersdorf',
  },
  { key: '05', district: 'Spandau', street: 'Carl-Schurz-Straße 2/6', postcode: '13597', page: 'spandau' },
  {
    key: '06',
    district: 'Steglitz-Zehlendorf',
    street: 'Kirchstraße 1/3',
    postcode: '14163',
    page: 'steglitz-zehlendorf',
  },
  {
    key: '07',
    district: 'Tempelhof-Schöneberg',
    street: 'John-F.-Kennedy-Platz 1',
    postcode: '10825',
    page: 'tempelhof-schoeneberg',
  },
  { key: '08', district: 'Neukölln', street: 'Karl-Marx-Straße 83', postcode: '12043', page: 'neukoelln' },
  { key: '09', district: 'Treptow-Köpenick', street: 'Alt-Köpenick 21', postcode: '12555', page: 'treptow-koepenick' },
  {
    key: '10',
    district: 'Marzahn-Hellersdorf',
    street: 'Alice-Salomon-Platz 3',
    postcode: '12627',
    page: 'marzahn-hellersdorf',
  },
  { key: '11', district: 'Lichtenberg', street: 'Möllendorffstraße 6', postcode: '10367', page: 'lichtenberg' },
  { key: '12', district: 'Reinickendorf', street: 'Eichborndamm 215', postcode: '13437', page: 'reinickendorf' },
];

const districtOffice = ({ key, district, street, postcode, page }: Row): Authority => ({
  id: asId<'authority'>(`be-ba-${key}`),
  kind: 'district',
  district: key,
  names: [
    {
      name: `Bezirksamt ${district} von Berlin`,
      nameInDative: `dem Bezirksamt ${district} von Berlin`,
      validFrom: SINCE_THE_REFORM,
      norm: 'Bezirksverwaltungsgesetz, Gebietsreformgesetz of 1998',
      source: 'berlin.de/ba-mitte, artikel.292764: all district offices are named so',
      status: 'verified',
    },
  ],
  address: {
    street,
    postcode,
    town: 'Berlin',
    norm: 'no norm',
    source: 'common knowledge; districts use several buildings',
    status: 'general',
  },
  contact: {
    mail: `post@ba-${page}.berlin.example`,
    website: `https://www.berlin.de/ba-${page}/`,
    norm: 'no norm',
    source: 'the mail address is a placeholder that reaches nobody; set it before going live',
    status: 'unknown',
  },
});

/** The twelve district offices (Bezirksämter) of Berlin, in the order of their keys. */
export const DISTRICT_OFFICES: readonly Authority[] = ROWS.map(districtOffice);

/** District key → name. */
export const DISTRICT_NAMES = Object.fromEntries(ROWS.map(({ key, district }) => [key, district])) as Readonly<
  Record<DistrictKey, string>
>;
