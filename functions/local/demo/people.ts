import type { Actor, Role, RoleGrant } from '../../../shared/kernel/actor.ts';
import { asId, type PersonId } from '../../../shared/kernel/id.ts';

/** A fictional person of the demo city, who can sign in with one click. */
export interface DemoPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleGrant[];
}

export const BRUECKENHAUS = 'org-brueckenhaus';
export const HORIZONT = 'org-horizont';
export const SENATE_OFFICE = 'be-sen-integration';
export const DISTRICT_OFFICE = 'be-ba-03';
export const DISTRICT_BODY = 'body-bezirk-03';

const EVERYWHERE = '*';

const person = (id: string, name: string, scope: string, ...roles: Role[]): DemoPerson => ({
  id: asId(id),
  name,
  email: `${id}@anteil.example`,
  roles: roles.map((role) => ({ role, scope })),
});

/** The same jobs for a second authority: certifying and paying is often shared. */
const alsoFor = (scope: string, who: DemoPerson): DemoPerson => ({
  ...who,
  roles: [...who.roles, ...who.roles.map(({ role }) => ({ role, scope }))],
});

/** One person per job, so that four eyes are two people. Names say that they are made up; some test the page setting too. */
export const PEOPLE: readonly DemoPerson[] = [
  person('editor', 'Amina Beispiel', BRUECKENHAUS, 'editor'),
  person('signatory', 'Tarık Musterbrück', BRUECKENHAUS, 'signatory'),
  person('editor2', 'Olena Beispielska', HORIZONT, 'editor'),
  person('signatory2', 'Nguyễn Thị Muster', HORIZONT, 'signatory'),
  person('member', 'Fatima Probemann', DISTRICT_BODY, 'member'),
  person('member2', 'Goran Erfundenić', DISTRICT_BODY, 'member'),
  person('member3', 'Lê Thị Vertretung', DISTRICT_BODY, 'member'),
  person('member4', 'Rosa Staatsdienst-Muster', DISTRICT_BODY, 'member'),
  person('body-office', 'Sabine Sitzungsreich', DISTRICT_BODY, 'bodyOffice'),
  person('case-officer', 'Katrin Aktenfeld', SENATE_OFFICE, 'caseOfficer'),
  person('case-officer2', 'Jonas Aktenberg', SENATE_OFFICE, 'caseOfficer'),
  person('approver', 'Helga Vieraugen', SENATE_OFFICE, 'approver'),
  person('approver2', 'Mehmet Zweitblick', SENATE_OFFICE, 'approver'),
  person('district-officer', 'Petra Kiezowski', DISTRICT_OFFICE, 'caseOfficer'),
  person('district-approver', 'Ole Bezirksen', DISTRICT_OFFICE, 'approver'),
  alsoFor(DISTRICT_OFFICE, person('certifier', 'Renate Rechnerisch', SENATE_OFFICE, 'certifier')),
  alsoFor(DISTRICT_OFFICE, person('orderer', 'Bernd Anordnung', SENATE_OFFICE, 'orderer')),
  alsoFor(DISTRICT_OFFICE, person('programme-manager', 'Ines Programmatzki', SENATE_OFFICE, 'programmeManager')),
  person('auditor', 'Uwe Prüfstein', EVERYWHERE, 'auditor'),
  person('admin', 'Ada Betriebsam', EVERYWHERE, 'admin'),
];

/** Who is there when the city starts empty (`DEMO=off`): someone must be able to fill it. */
export const FIRST_PEOPLE: readonly DemoPerson[] = PEOPLE.filter(({ id }) => id === 'admin');

/** Who else sits on the demo board and never signs in: names that say so. */
export const BOARD_PEOPLE: readonly DemoPerson[] = [
  person('board-1', 'Ibrahim Erdacht', DISTRICT_BODY, 'member'),
  person('board-2', 'Milena Ausgedachtova', DISTRICT_BODY, 'member'),
  person('board-3', 'Samir Niemandsson', DISTRICT_BODY, 'member'),
  person('board-4', 'Adjoa Platzhalter', DISTRICT_BODY, 'member'),
  person('board-5', 'Thiago Fiktivo', DISTRICT_BODY, 'member'),
  person('board-6', 'Zeynep Probesitz', DISTRICT_BODY, 'member'),
  person('board-7', 'Jelena Mustervić', DISTRICT_BODY, 'member'),
];

/** A demo person as one who acts, with the roles of the first start. */
export const actorOf = (id: string): Actor => {
  const { id: known, ...rest } = PEOPLE.find((one) => one.id === id)!;
  return { person: known, ...rest };
};
