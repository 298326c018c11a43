import { html } from 'hono/html';
import type { DemoPerson } from '../demo/people.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { textsIn } from '../language.ts';
import { page, type Html } from '../page.ts';

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
      <span><bdi lang="de">${person.name}</bdi><small>${jobs[person.id] ?? person.id}</small></span>
      <button type="submit" id="${person.id}" aria-label="${identity.signInAs}: ${person.name}">
        ${identity.signInAs}
      </button>
    </form>
  </li>`;
};

/** Who do you want to be? One click each; no script, so that it works everywhere. */
export const peoplePage = (language: Language, uid: string, people: readonly DemoPerson[]): Html => {
  const { identity } = textsIn(language);
  const body = html`${languages(language, identity.languages)}
    <p>${identity.intro}</p>
    <ul>
      ${people.map((person) => row(language, uid, person))}
    </ul>`;
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
