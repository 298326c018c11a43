import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { directionOf, type Language } from '../../shared/kernel/language.ts';

/** What `html` gives: text in which everything inserted was escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-block: 2rem .5rem; }
ul { list-style: none; padding: 0; }
li { border-block-start: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-block: .6rem; }
li form { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between; }
button, .button { font: inherit; padding: .5rem .9rem; min-block-size: 2.75rem; cursor: pointer; }
small { display: block; opacity: .85; }
nav { display: flex; flex-wrap: wrap; gap: 1rem; }
a:focus-visible, button:focus-visible { outline: 3px solid; outline-offset: 2px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; unicode-bidi: plaintext; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
`;

/** In one piece, since the hash counts every space between the tags. */
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`);

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** For the pages below: their one style is allowed by its hash, scripts not at all. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

/** A plain page of the local city: no script, no file beside it. */
export const page = (language: Language, title: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
