import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { Language } from '../../../shared/kernel/language.ts';
import { languageFrom, textsIn } from '../language.ts';
import { page, PAGE_POLICY, type Html } from '../page.ts';
import type { Letter, Mailbox } from './mailbox.ts';

const listPage = (language: Language, letters: readonly Letter[]): Html => {
  const { mailbox: texts } = textsIn(language);
  const items = letters.map(
    (letter) =>
      html`<li>
        <a href="/mailbox/${letter.name}?lang=${language}" dir="auto" lang="${letter.language}"
          >${letter.subject || texts.none}</a
        >
        <small><bdi>${letter.to}</bdi> · <bdi>${letter.date}</bdi></small>
      </li>`,
  );
  return page(
    language,
    texts.title,
    html`<p>${texts.intro}</p>
      ${
        letters.length === 0
          ? html`<p>${texts.empty}</p>`
          : html`<ul>
              ${items}
            </ul>`
      }`,
  );
};

const letterPage = (language: Language, letter: Letter): Html => {
  const { mailbox: texts } = textsIn(language);
  return page(
    language,
    letter.subject || texts.none,
    html`<dl>
        <dt>${texts.to}</dt>
        <dd><bdi>${letter.to}</bdi></dd>
        <dt>${texts.date}</dt>
        <dd><bdi>${letter.date}</bdi></dd>
      </dl>
      <pre dir="auto" lang="${letter.language}">${letter.text}</pre>
      ${letter.attachments.map(
        ({ name }, index) =>
          html`<p>
            <a href="/mailbox/${letter.name}/${String(index)}" download="${name}"><bdi>${name}</bdi></a>
          </p>`,
      )}
      <p><a href="/mailbox?lang=${language}">${texts.back}</a></p>`,
  );
};

const missingPage = (language: Language): Html => {
  const { mailbox: texts } = textsIn(language);
  return page(
    language,
    texts.missingTitle,
    html`<p>${texts.missing}</p>
      <p><a href="/mailbox?lang=${language}">${texts.back}</a></p>`,
  );
};

/** `/mailbox`: what the portal has sent, for everyone who tries the local city out. */
export const mailboxRoutes = (mailbox: Mailbox): Hono => {
  const languageOf = (c: Context): Language => languageFrom(c.req.query('lang'), c.req.header('accept-language'));
  const app = new Hono().basePath('/mailbox');
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', PAGE_POLICY);
    c.res.headers.set('cache-control', 'no-store');
  });
  return app
    .get('/', async (c) => c.html(listPage(languageOf(c), await mailbox.letters())))
    .get('/:name/:index', async (c) => {
      const letter = await mailbox.letter(c.req.param('name'));
      const found = letter?.attachments[Number(c.req.param('index'))];
      if (found === undefined) return c.html(missingPage(languageOf(c)), 404);
      c.header('content-disposition', 'attachment');
      return c.text(found.text);
    })
    .get('/:name', async (c) => {
      const letter = await mailbox.letter(c.req.param('name'));
      return letter === undefined ? c.html(missingPage(languageOf(c)), 404) : c.html(letterPage(languageOf(c), letter));
    });
};
