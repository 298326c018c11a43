import { createSignal } from 'solid-js';
import type { CaseView, Saved } from '../../shared/funding/wire.ts';
import type { Flaw } from '../../shared/kernel/result.ts';
import type { Answers } from '../../shared/programmes/form.ts';
import type { Answer } from '../api.ts';
import type { Problem } from '../problem.ts';
import type { Saving } from '../ui/SaveState.tsx';

const PAUSE_MS = 1000;
const RETRY_MS = 8000;

interface Ports {
  readonly save: (version: number, answers: Answers) => Promise<Answer<Saved>>;
  readonly reload: () => Promise<Answer<CaseView>>;
  /** Keeps the answers on this device; undefined forgets them. */
  readonly keep: (answers: Answers | undefined) => void;
  readonly later: (act: () => void, ms: number) => () => void;
}

interface Start {
  readonly section: string;
  readonly version: number;
  readonly answers: Answers;
  readonly gaps: readonly Flaw[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});

/**
 * Saves a section while it is written: a pause after the last stroke, one request at a time, the newest answers last.
 * If a colleague saved another section meanwhile, it goes on in the new version; if the same one, the person decides.
 */
export class SectionSaver {
  readonly #section: string;
  readonly #ports: Ports;
  readonly #saving = createSignal<Saving>({ is: 'nothing' });
  readonly #problem = createSignal<Problem>();
  readonly #theirs = createSignal<Answers>();
  readonly #gaps = createSignal<readonly Flaw[]>([]);
  #version: number;
  #stored: Answers;
  #wanted: Answers;
  #running: Promise<void> | undefined;
  #cancel = (): void => undefined;

  constructor(start: Start, ports: Ports) {
    this.#section = start.section;
    this.#ports = ports;
    this.#version = start.version;
    this.#stored = start.answers;
    this.#wanted = start.answers;
    this.#gaps[1](start.gaps);
  }

  /** How safe the answers are; a signal, as the three below. */
  saving = (): Saving => this.#saving[0]();
  problem = (): Problem | undefined => this.#problem[0]();
  /** What a colleague wrote in the same section, while that is undecided. */
  theirs = (): Answers | undefined => this.#theirs[0]();
  gaps = (): readonly Flaw[] => this.#gaps[0]();

  /** New answers, kept on the device at once and sent after a pause. */
  change(answers: Answers): void {
    this.#wanted = answers;
    this.#ports.keep(answers);
    this.#cancel();
    this.#cancel = this.#ports.later(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is not saved yet and tells whether all is safe on the server. */
  async flush(): Promise<boolean> {
    this.#cancel();
    this.#running ??= this.#push().finally(() => (this.#running = undefined));
    await this.#running;
    return this.#isSaved();
  }

  /** After a conflict: my answers stand, or those of the colleague. Gives the answers that stand. */
  settle(mine: boolean): Answers {
    this.#stored = this.theirs() ?? this.#stored;
    if (!mine) this.#wanted = this.#stored;
    this.#theirs[1](undefined);
    this.#ports.keep(mine ? this.#wanted : undefined);
    void this.flush();
    return this.#wanted;
  }

  #isSaved(): boolean {
    return same(this.#wanted, this.#stored);
  }

  async #push(): Promise<void> {
    while (!this.#isSaved() && this.theirs() === undefined) {
      const sent = this.#wanted;
      this.#saving[1]({ is: 'saving' });
      const answer = await this.#ports.save(this.#version, sent);
      if (!answer.ok) return this.#failed(answer.problem);
      this.#took(answer.value, sent);
    }
  }

  #took(saved: Saved, sent: Answers): void {
    this.#version = saved.version;
    this.#stored = sent;
    this.#gaps[1](saved.gaps);
    this.#problem[1](undefined);
    if (this.#isSaved()) this.#ports.keep(undefined);
    this.#saving[1]({ is: 'saved', at: saved.savedAt });
  }

  async #failed(found: Problem): Promise<void> {
    if (found.refusal === 'changed-meanwhile' && (await this.#caughtUp())) return this.#push();
    this.#saving[1]({ is: 'kept' });
    if (this.theirs() !== undefined) return;
    this.#problem[1](found);
    if (found.kind === 'offline' || found.kind === 'busy') {
      this.#cancel = this.#ports.later(() => void this.flush(), RETRY_MS);
    }
  }

  /** True where the version alone was old, so that saving again will do. */
  async #caughtUp(): Promise<boolean> {
    const found = await this.#ports.reload();
    if (!found.ok) return false;
    this.#version = found.value.version;
    const now = found.value.sections[this.#section] ?? {};
    if (same(now, this.#stored) || same(now, this.#wanted)) return true;
    this.#theirs[1](now);
    return false;
  }
}
