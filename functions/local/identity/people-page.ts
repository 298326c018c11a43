import { html } from 'hono/html';
import type { Role } from '../../../shared/kernel/actor.ts';
import type { DemoPerson } from '../demo/people.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { textsIn } from '../language.ts';
import { page, type Html } from '../page.ts';
import { ownOf } from '../../../shared/kernel/own.ts';

const NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English', ar: 'العربية' };

const languages = (current: Language, label: string): Html =>
  html`<nav aria-label="${label}">
    ${LANGUAGES.filter((language) => language !== current).map(
      (language) => html`<a href="?lang=${language}" lang="${language}" hreflang="${language}">${NAMES[language]}</a>`,
    )}
  </nav>`;

const row = (language: Language, uid: string, person: DemoPerson): Html => {
  const { identity } = textsIn(language);
  const jobs: Readonly<Record<string, string>> = identity.people;
  return html`<li>
    <form method="post" action="/identity/interaction/${uid}?lang=${language}">
      <input type="hidden" name="person" value="${person.id}" />
      <span><bdi lang="de">${person.name}</bdi><small>${ownOf(jobs, person.id) ?? person.id}</small></span>
      <button type="submit" id="${person.id}" aria-label="${identity.signInAs}: ${person.name}">
        ${identity.signInAs}
      </button>
    </form>
  </li>`;
};

/** In the order in which a visitor may want to try the city; whoever holds several roles stands where the first fits. */
const GROUPS: readonly [
  group: 'organisations' | 'volunteers' | 'authorities' | 'payments' | 'oversight',
  roles: Role[],
][] = [
  ['organisations', ['editor', 'signatory']],
  ['volunteers', ['member', 'bodyOffice']],
  ['authorities', ['caseOfficer', 'approver', 'programmeManager']],
  ['payments', ['certifier', 'orderer']],
  ['oversight', ['auditor', 'admin']],
];

const group = (language: Language, uid: string, title: string, people: readonly DemoPerson[]): Html =>
  people.length === 0
    ? html``
    : html`<h2>${title}</h2>
        <ul>
          ${people.map((person) => row(language, uid, person))}
        </ul>`;

/** Who do you want to be? One click each; no script, so that it works everywhere. */
export const peoplePage = (language: Language, uid: string, people: readonly DemoPerson[]): Html => {
  const { identity, home } = textsIn(language);
  const of = (roles: readonly Role[]) => people.filter(({ roles: [first] }) => first && roles.includes(first.role));
  const body = html`${languages(language, identity.languages)}
    <p>${identity.intro}</p>
    ${GROUPS.map(([name, roles]) => group(language, uid, identity.groups[name], of(roles)))}
    <p><a href="/">${home}</a></p>`;
  return page(language, identity.title, body);
};

export const expiredPage = (language: Language): Html => {
  const { identity } = textsIn(language);
  return page(
    language,
    identity.expiredTitle,
    html`<p>${identity.expired}</p>
      <p><a href="/api/sign-in">${identity.again}</a></p>`,
  );
};
