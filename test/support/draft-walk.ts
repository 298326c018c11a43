import type { Browser } from 'playwright-core';
import type { Device } from './browser.ts';
import { Walker } from './walk.ts';

const DESK: Device = { language: 'de', width: 1280 };

/** An editor who has just begun a draft, and what this person sees of it. */
export const draftWalk = async (browser: Browser, url: string, journey: string) => {
  const editor = await Walker.with(browser, DESK, url, journey);
  await editor.signIn('editor', '/programmes/calls/struktur-2027');
  await editor.press('programmes.call.begin');
  await editor.page.getByRole('heading', { name: editor.say('funding.task.title') }).waitFor();
  const overview = new URL(editor.page.url()).pathname;
  const heading = (name: string) => editor.page.getByRole('heading', { level: 1, name, exact: true });
  return {
    editor,
    overview,
    heading,
    section: (id: string): string => `${overview}/sections/${id}`,
    field: (name: string) => editor.page.locator(`[name="${name}"]`),
    /** The line that tells how safe the words are, on this person's page or another's. */
    state: (key: string, walker = editor) =>
      walker.page.locator('.save-state').filter({ hasText: walker.say(key).split('{{')[0]!.trim() }),
    /** What the server has, asked for past every page. */
    stored: async (part: string): Promise<Record<string, unknown>> => {
      const answer = await editor.page.request.get(`/api/funding/applications/${overview.split('/').at(-1)}`);
      return ((await answer.json()) as { sections: Record<string, Record<string, unknown>> }).sections[part] ?? {};
    },
    /** Opens the section by clicks, as a person does, so that the pages know it from before. */
    open: async (part: 'project' | 'plan'): Promise<void> => {
      await editor.page.goto(overview);
      await editor.follow(`programmes.section.${part}.title`);
      await heading(editor.say(`programmes.section.${part}.title`)).waitFor();
    },
    /** Another person of the organisation, in the same section. */
    colleague: async (): Promise<Walker> => {
      const walker = await Walker.with(browser, DESK, url, journey);
      await walker.signIn('signatory', `${overview}/sections/project`);
      return walker;
    },
  };
};

export type DraftWalk = Awaited<ReturnType<typeof draftWalk>>;
