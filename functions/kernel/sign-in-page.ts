import type { Context } from 'hono';
import { html } from 'hono/html';
import { directionOf } from '../../shared/kernel/language.ts';
import type { Env } from './env.ts';
import { textOf } from './texts.ts';

/** Why a sign-in came to nothing. */
export type SignInProblem = 'expired' | 'failed' | 'unknown-person';

const STATUS = { expired: 400, failed: 400, 'unknown-person': 403 } as const;

/** The browser stands at our address with nothing to show: one plain page that says why, and how to go on. */
export const signInPage = async (c: Context<Env>, problem: SignInProblem, to: string): Promise<Response> => {
  const { language } = c.var;
  c.set('refusal', `sign-in-${problem}`);
  const [title, what, again, home] = await Promise.all(
    [`signIn.${problem}.title`, `signIn.${problem}.text`, 'signIn.again', 'signIn.home'].map((key) =>
      textOf(language, 'kernel', key),
    ),
  );
  return c.html(
    html`<!doctype html>
      <html lang="${language}" dir="${directionOf(language)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            <p>${what}</p>
            <p><a href="/api/sign-in?to=${encodeURIComponent(to)}">${again}</a></p>
            <p><a href="/">${home}</a></p>
          </main>
        </body>
      </html>`,
    STATUS[problem],
  );
};
