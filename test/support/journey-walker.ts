import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { barriersOf, personWith, screen, type Device } from './browser.ts';
import { complaintsOf, type Watched } from './journey-complaints.ts';
import { say } from './journey-texts.ts';

/** Buttons, fields and choices lower than this are hard to hit with a thumb, in CSS pixels. */
const THUMB = 40;

const LOW_TARGETS = `[...document.querySelectorAll('button, .kern-btn, input:not([type=hidden]), select, textarea')]
  .map((one) => /radio|checkbox/.test(one.type) ? one.closest('.kern-form-check') ?? one : one)
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < ${THUMB})
  .map((one) => one.outerHTML.slice(0, 160))`;

type Values = Readonly<Record<string, string | number>>;

/** One person with one device on the way through the portal. Every page that is seen is checked and kept as a picture. */
export class Walker {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly device: Device;
  readonly #journey: string;
  readonly #complaints: Watched;

  private constructor(page: Page, device: Device, journey: string, complaints: Watched) {
    this.page = page;
    this.context = page.context();
    this.device = device;
    this.#journey = journey;
    this.#complaints = complaints;
  }

  static async with(browser: Browser, device: Device, baseURL: string, journey: string): Promise<Walker> {
    const context = await personWith(browser, device, baseURL);
    context.setDefaultTimeout(20_000);
    const complaints = await complaintsOf(context, baseURL);
    return new Walker(await context.newPage(), device, journey, complaints);
  }

  complaints(): readonly string[] {
    return this.#complaints.found;
  }

  /** The same person in a further tab. */
  async anotherTab(): Promise<Walker> {
    return new Walker(await this.context.newPage(), this.device, this.#journey, this.#complaints);
  }

  say(key: string, values?: Values): string {
    return say(this.device.language, key, values);
  }

  heading(key: string, level = 1): Locator {
    return this.page.getByRole('heading', { level, name: this.say(key), exact: true });
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: this.say(key), exact: true });
  }

  /** A link of the page itself, not of what stands around it. */
  link(key: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name: this.say(key), exact: true });
  }

  text(key: string, values?: Values): Locator {
    return this.page.getByText(this.say(key, values), { exact: true });
  }

  press(key: string): Promise<void> {
    return this.button(key).click();
  }

  follow(key: string): Promise<void> {
    return this.link(key).click();
  }

  write(name: string, text: string): Promise<void> {
    return this.page.locator(`[name="${name}"]`).fill(text);
  }

  /** This refusal belongs to the story. */
  awaits(status: number, path: RegExp): void {
    this.#complaints.awaited.push({ status, path });
  }

  /** The page under this heading is there; it is kept as a picture, and its barriers are noted. */
  async see(step: string, heading: string): Promise<void> {
    await this.heading(heading).waitFor();
    await this.look(step);
  }

  /** As `see`, for a page whose heading is what someone wrote. */
  async look(step: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.page.waitForLoadState('networkidle');
    await screen(this.page, this.#journey, step);
    const barriers = await barriersOf(this.page);
    const low = this.device.width === 360 ? await this.page.evaluate<string[]>(LOW_TARGETS) : [];
    const wrong = [...barriers, ...low.map((target) => `lower than ${THUMB} px: ${target}`), ...(await this.#turned())];
    const place = `${step} ${new URL(this.page.url()).pathname}`;
    this.#complaints.found.push(...wrong.map((one) => `${place}: ${one}`));
  }

  async #turned(): Promise<string[]> {
    const { lang, dir } = await this.page.evaluate<{ lang: string; dir: string }>(
      '({lang: document.documentElement.lang, dir: getComputedStyle(document.documentElement).direction})',
    );
    const { language } = this.device;
    const wanted = language === 'ar' ? 'rtl' : 'ltr';
    return lang === language && dir === wanted ? [] : [`is in ${lang} (${dir}) instead of ${language} (${wanted})`];
  }

  /** Signs in with one click as this demo person, beginning at an address, and comes back to it. */
  async signIn(person: string, to: string): Promise<void> {
    await this.page.goto(`/api/sign-in?to=${encodeURIComponent(to)}`);
    await this.choosePerson(person);
  }

  /** On the page that asks who one wants to be. */
  async choosePerson(person: string): Promise<void> {
    await this.page.locator(`button#${person}`).click();
    // On a phone it lies in the closed menu.
    await this.page.locator('form[action="/api/sign-out"]').waitFor({ state: 'attached' });
  }
}
