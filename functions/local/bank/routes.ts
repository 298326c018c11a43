import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { cents, formatCents } from '../../../shared/kernel/cents.ts';
import { formatDay, type Day } from '../../../shared/kernel/day.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { ownOf } from '../../../shared/kernel/own.ts';
import { languageFrom, textsIn } from '../language.ts';
import { page, PAGE_POLICY, type Html } from '../page.ts';
import { OUTCOMES, type Bank, type FileAtBank, type KeptStatement, type Outcome } from './bank.ts';

const sumOf = ({ transfers }: FileAtBank): string =>
  formatCents(cents(transfers.reduce((sum, one) => sum + one.cents, 0)));

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => ownOf(values, name) ?? '');

const fileLine = (language: Language, file: FileAtBank): Html => {
  const { bank: texts } = textsIn(language);
  return html`<li>
    <a href="/bank/${file.run}?lang=${language}"
      >${filled(texts.file, { day: formatDay(file.executionDay as Day), sum: sumOf(file) })}</a
    >
    <small><bdi>${file.payer.name}</bdi> · ${texts.transfers}: ${String(file.transfers.length)}</small>
  </li>`;
};

const statementLine = (language: Language, { name, number, madeAt, movements }: KeptStatement): Html => {
  const { bank: texts } = textsIn(language);
  return html`<li>
    <a href="/bank/statements/${name}.xml" download="camt053-${name}.xml"
      >${filled(texts.statement, { number: String(number), day: formatDay(madeAt.slice(0, 10) as Day) })}</a
    >
    <small><bdi>${name.slice(0, 22)}</bdi> · ${texts.movements}: ${String(movements)}</small>
  </li>`;
};

const listOr = (empty: string, lines: readonly Html[]): Html =>
  lines.length === 0
    ? html`<p>${empty}</p>`
    : html`<ul>
        ${lines}
      </ul>`;

const bankPage = (language: Language, files: readonly FileAtBank[], statements: readonly KeptStatement[]): Html => {
  const { bank: texts } = textsIn(language);
  return page(
    language,
    texts.title,
    html`<p>${texts.intro}</p>
      <h2>${texts.files}</h2>
      ${listOr(
        texts.noFiles,
        files.map((file) => fileLine(language, file)),
      )}
      <h2>${texts.statements}</h2>
      <p>${texts.next}</p>
      ${listOr(
        texts.noStatements,
        statements.map((one) => statementLine(language, one)),
      )}
      <p><a href="/payments/statements">${texts.toPortal}</a></p>`,
  );
};

/** So many transfers can be decided one by one; the others are booked. */
const MOST_SHOWN = 200;

const filePage = (language: Language, file: FileAtBank): Html => {
  const { bank: texts } = textsIn(language);
  return page(
    language,
    texts.fileTitle,
    html`<p>${texts.fileIntro}</p>
      <form method="post" action="/bank/${file.run}?lang=${language}">
        <ul>
          ${file.transfers.slice(0, MOST_SHOWN).map(
            (one) =>
              html`<li>
                <label for="${one.endToEndId}"><bdi>${one.name}</bdi>, ${formatCents(cents(one.cents))} EUR</label>
                <select id="${one.endToEndId}" name="${one.endToEndId}">
                  ${OUTCOMES.map((outcome) => html`<option value="${outcome}">${texts.outcome[outcome]}</option>`)}
                </select>
                <small><bdi>${one.endToEndId}</bdi></small>
              </li>`,
          )}
        </ul>
        <button type="submit">${texts.carryOut}</button>
      </form>
      <p><a href="/bank?lang=${language}">${texts.back}</a></p>`,
  );
};

const missingPage = (language: Language): Html => {
  const { bank: texts } = textsIn(language);
  return page(
    language,
    texts.missingTitle,
    html`<p>${texts.missing}</p>
      <p><a href="/bank?lang=${language}">${texts.back}</a></p>`,
  );
};

/** `/bank`: what becomes of released payment files, for everyone who tries the local city out. */
export const bankRoutes = (bank: Bank, publicUrl: string): Hono => {
  const languageOf = (c: Context): Language => languageFrom(c.req.query('lang'), c.req.header('accept-language'));
  const app = new Hono().basePath('/bank');
  app.use(csrf({ origin: new URL(publicUrl).origin }));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', PAGE_POLICY);
    c.res.headers.set('cache-control', 'no-store');
  });
  return app
    .get('/', async (c) => c.html(bankPage(languageOf(c), await bank.files(), bank.statements())))
    .get('/statements/:file', (c) => {
      const found = bank.statement(c.req.param('file').replace(/\.xml$/, ''));
      if (found === undefined) return c.html(missingPage(languageOf(c)), 404);
      return c.body(found, 200, { 'content-type': 'application/xml', 'content-disposition': 'attachment' });
    })
    .get('/:run', async (c) => {
      const file = await bank.file(c.req.param('run'));
      return file === undefined ? c.html(missingPage(languageOf(c)), 404) : c.html(filePage(languageOf(c), file));
    })
    .post('/:run', async (c) => {
      const form = new Map(Object.entries(await c.req.parseBody()));
      const outcomeOf = (id: string): Outcome => OUTCOMES.find((one) => one === form.get(id)) ?? 'booked';
      await bank.carryOut(c.req.param('run'), outcomeOf);
      return c.redirect(`/bank?lang=${languageOf(c)}`, 303);
    });
};
