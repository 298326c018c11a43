import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOf, personWith, screen, type Device } from './browser.ts';
import { leavesOf } from './texts.ts';

const texts = new Map<string, ReadonlyMap<string, string>>();

/** The text of a page as its language says it; `<room>.<key>`. */
export const say = (language: string, key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const [room = '', ...rest] = key.split('.');
  const file = `locales/${language}/${room}.json`;
  if (!texts.has(file)) texts.set(file, leavesOf(JSON.parse(readFileSync(file, 'utf8'))));
  const text = texts.get(file)?.get(rest.join('.'));
  if (text === undefined) throw new RangeError(`No text ${key} in ${language}`);
  return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{{${name}}}`, String(value)), text);
};

/** One person with one device, walking through the portal. Each page that is seen is kept as a picture and checked. */
export class Walker {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #journey: string;
  readonly language: Device['language'];
  /** What the browser complained about, and what any page had as a barrier. */
  readonly complaints: string[] = [];

  private constructor(page: Page, context: BrowserContext, journey: string, language: Device['language']) {
    this.page = page;
    this.#context = context;
    this.#journey = journey;
    this.language = language;
    page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    page.on('console', (message) => {
      const expected = /401|404|409/.test(message.text());
      if (message.type() === 'error' && !expected) this.complaints.push(`console: ${message.text()}`);
    });
  }

  static async with(browser: Browser, device: Device, baseURL: string, journey: string): Promise<Walker> {
    const context = await personWith(browser, device, baseURL);
    return new Walker(await context.newPage(), context, journey, device.language);
  }

  say(key: string, values?: Readonly<Record<string, string | number>>): string {
    return say(this.language, key, values);
  }

  /** Signs in as a demo person, from the page that is open, and comes back to it. */
  async signIn(person: string, to: string): Promise<void> {
    await this.page.goto(`/api/sign-in?to=${encodeURIComponent(to)}&lang=${this.language}`);
    await this.page.locator(`#${person}`).click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** The page under this heading is there; it is kept as a picture and must have no barrier. */
  async see(step: string, heading?: string): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, ...(heading !== undefined && { name: heading }) });
    await title.waitFor();
    await this.page.waitForLoadState('networkidle');
    await screen(this.page, this.#journey, step);
    this.complaints.push(...(await barriersOf(this.page)).map((barrier) => `${step}: ${barrier}`));
  }

  async press(key: string): Promise<void> {
    await this.page.getByRole('button', { name: this.say(key), exact: true }).click();
  }

  async follow(key: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('link', { name: this.say(key), exact: true })
      .click();
  }

  async write(name: string, text: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).fill(text);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
