import { createSignal } from 'solid-js';
import type { CaseView, Saved, SectionSave } from '../../shared/funding/wire.ts';
import type { Flaw } from '../../shared/kernel/result.ts';
import type { Answer as FormAnswer, Answers, Section } from '../../shared/programmes/form.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import type { Answer } from '../api.ts';
import type { Issue, Problem } from '../problem.ts';
import type { Saving } from '../ui/SaveState.tsx';
import { mergeAnswers, sameAnswer, sameAnswers } from './merge.ts';
import { storable } from './storable.ts';

const PAUSE_MS = 1000;
const RETRY_MS = 8000;
/** So often one save may meet what others saved. */
const MOST_TRIES = 20;

/** What waits in the browser: the answers on the page, and those on the server when they were written. */
export interface Waiting {
  readonly base: Answers;
  readonly answers: Answers;
}

interface Ports {
  readonly save: (version: number, answers: Answers, isLast?: boolean) => Promise<Answer<Saved>>;
  readonly reload: () => Promise<Answer<CaseView>>;
  /** Keeps the answers on this device; undefined forgets them. */
  readonly keep: (waiting: Waiting | undefined) => void;
  readonly later: (act: () => void, ms: number) => () => void;
  /** The colleague's answers were taken into the page. */
  readonly merged: (answers: Answers, taken: readonly string[], save: SectionSave | undefined) => void;
}

interface Start {
  readonly section: Section;
  readonly found: Pick<CaseView, 'version' | 'gaps' | 'sections' | 'saves'>;
  /** What waited in the browser. */
  readonly waiting?: Waiting | undefined;
}

/** A question that two people answered differently since it was read; the person at this page decides. */
export interface Conflict {
  readonly base: FormAnswer | undefined;
  readonly theirs: FormAnswer | undefined;
  readonly save: SectionSave | undefined;
}

type Conflicts = Readonly<Record<string, Conflict>>;

interface Refused extends Issue {
  readonly answer: FormAnswer | undefined;
}

/**
 * Saves a section while it is written: a pause after the last stroke, one request at a time, the newest answers last. What
 * cannot be stored holds up only its own field. If a colleague saved the same section meanwhile, both texts are merged
 * question by question against the answers that were read; where both changed the same, the person decides.
 */
export class SectionSaver {
  readonly #section: Section;
  readonly #ports: Ports;
  readonly #saving = createSignal<Saving>({ is: 'nothing' });
  readonly #problem = createSignal<Problem>();
  readonly #conflicts = createSignal<Conflicts>({});
  readonly #refused = createSignal<readonly Refused[]>([]);
  readonly #gaps = createSignal<readonly Flaw[]>([]);
  #version: number;
  #hasSaved = false;
  #stored: Answers;
  /** Saves whose answer never came: the server may have them. */
  #unanswered: Answers[] = [];
  #wanted: Answers;
  #running: Promise<void> | undefined;
  #cancel = (): void => undefined;

  constructor({ section, found, waiting }: Start, ports: Ports) {
    this.#section = section;
    this.#ports = ports;
    this.#version = found.version;
    this.#stored = waiting?.base ?? ownOf(found.sections, section.id) ?? {};
    this.#wanted = waiting?.answers ?? this.#stored;
    this.#gaps[1](found.gaps);
    if (waiting !== undefined) this.#meet(found);
  }

  /** How safe the answers are; a signal, as those below. */
  saving = (): Saving => this.#saving[0]();
  problem = (): Problem | undefined => this.#problem[0]();
  /** By question, what a colleague answered while that is undecided. */
  conflicts = (): Conflicts => this.#conflicts[0]();
  gaps = (): readonly Flaw[] => this.#gaps[0]();
  /** What the server did not take, although the page found nothing wrong with it. */
  refused = (): readonly Issue[] => this.#refused[0]();
  /** What stands on the page. */
  answers = (): Answers => this.#wanted;
  /** Whether something on the page is not on the server. */
  isUnsaved = (): boolean => !sameAnswers(this.#wanted, this.#stored);

  /** Whether the server has something that the page did not come with. */
  hasSaved = (): boolean => this.#hasSaved;
  /** The case as far as this page knows it. */
  seen = (found: CaseView): CaseView => ({
    ...found,
    version: this.#version,
    gaps: this.gaps(),
    sections: { ...found.sections, [this.#section.id]: this.#stored },
  });

  /** New answers, kept on the device at once and sent after a pause. */
  change(answers: Answers): void {
    this.#wanted = answers;
    this.#refused[1]((before) => before.filter((one) => sameAnswer(one.answer, ownOf(answers, one.path))));
    this.#keep();
    this.#cancel();
    this.#cancel = this.#ports.later(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what can be saved and tells whether all that stands on the page is safe on the server. */
  async flush(): Promise<boolean> {
    this.#cancel();
    this.#running ??= this.#push().finally(() => (this.#running = undefined));
    await this.#running;
    return !this.isUnsaved();
  }

  /** The page goes away: sends what is left without waiting for the answer. */
  flushLast(): void {
    this.#cancel();
    const answers = this.#storable();
    if (this.#running !== undefined || sameAnswers(answers, this.#stored)) return;
    this.#unanswered.push(answers);
    void this.#ports.save(this.#version, answers, true);
  }

  /** After a conflict: my answer stands, or that of the colleague. Gives the answers that stand. */
  settle(id: string, mine: boolean): Answers {
    const { [id]: settled, ...others } = this.conflicts();
    const { [id]: _, ...rest } = this.#wanted;
    if (!mine && settled !== undefined)
      this.#wanted = settled.theirs === undefined ? rest : { ...rest, [id]: settled.theirs };
    this.#conflicts[1](others);
    this.#keep();
    void this.flush();
    return this.#wanted;
  }

  #keep(): void {
    const base = new Map(Object.entries(this.#stored));
    for (const [id, conflict] of Object.entries(this.conflicts())) {
      if (conflict.base === undefined) base.delete(id);
      else base.set(id, conflict.base);
    }
    const waiting = { base: Object.fromEntries(base), answers: this.#wanted };
    this.#ports.keep(this.isUnsaved() ? waiting : undefined);
  }

  #storable(): Answers {
    const isHeld = (id: string): boolean =>
      Object.hasOwn(this.conflicts(), id) || this.#refused[0]().some(({ path }) => path === id);
    return storable(this.#section, this.#wanted, this.#stored, isHeld);
  }

  async #push(): Promise<void> {
    let tries = 0;
    for (let sent = this.#storable(); !sameAnswers(sent, this.#stored); sent = this.#storable()) {
      this.#saving[1]({ is: 'saving' });
      const answer = await this.#ports.save(this.#version, sent);
      if (answer.ok) this.#took(answer.value, sent);
      else if (++tries > MOST_TRIES || !(await this.#mended(answer.problem))) return this.#failed(answer.problem, sent);
    }
    const saving = this.saving();
    if (this.isUnsaved()) this.#saving[1]({ is: 'partly', ...('at' in saving && { at: saving.at }) });
    else if (saving.is === 'partly' && saving.at !== undefined) this.#saving[1]({ is: 'saved', at: saving.at });
    else if (saving.is !== 'saved') this.#saving[1]({ is: 'nothing' });
  }

  #took(saved: Saved, sent: Answers): void {
    this.#version = saved.version;
    this.#stored = sent;
    this.#hasSaved = true;
    this.#unanswered = [];
    this.#gaps[1](saved.gaps);
    this.#problem[1](undefined);
    this.#keep();
    this.#saving[1]({ is: 'saved', at: saved.savedAt });
  }

  /** Whether saving again will do: in the new version, or without the fields that were refused. */
  async #mended(found: Problem): Promise<boolean> {
    if (found.refusal === 'changed-meanwhile') {
      const answer = await this.#ports.reload();
      if (answer.ok) this.#meet(answer.value);
      return answer.ok;
    }
    const known = this.#refused[0]();
    const refused = (found.kind === 'malformed' ? (found.issues ?? []) : []).flatMap(({ path, message }) => {
      const [, id = ''] = path.split('.');
      const isNew = this.#section.questions.some((one) => one.id === id) && !known.some((one) => one.path === id);
      return isNew ? [{ path: id, message, answer: ownOf(this.#wanted, id) }] : [];
    });
    this.#refused[1]([...known, ...refused]);
    return refused.length > 0;
  }

  #failed(found: Problem, sent: Answers): void {
    if (found.kind === 'offline' || found.kind === 'fault') this.#unanswered.push(sent);
    this.#saving[1]({ is: 'kept' });
    this.#problem[1](found);
    if (found.kind === 'offline' || found.kind === 'busy') {
      this.#cancel = this.#ports.later(() => void this.flush(), RETRY_MS);
    }
  }

  /** Meets what the server has now. */
  #meet(found: Start['found']): void {
    const now = ownOf(found.sections, this.#section.id) ?? {};
    // The answer to my own save may have got lost on the way.
    const base = this.#unanswered.find((sent) => sameAnswers(now, sent)) ?? this.#stored;
    this.#unanswered = [];
    const { answers, both, taken } = mergeAnswers(base, this.#wanted, now);
    const save = ownOf(found.saves, this.#section.id);
    const open = this.conflicts();
    const undecided = [...new Set([...Object.keys(open), ...both])].filter(
      (id) => !sameAnswer(ownOf(answers, id), ownOf(now, id)),
    );
    const conflicts = undecided.map((id): [string, Conflict] => [
      id,
      { base: (ownOf(open, id) ?? { base: ownOf(base, id) }).base, theirs: ownOf(now, id), save },
    ]);
    this.#version = found.version;
    this.#stored = now;
    this.#wanted = answers;
    this.#gaps[1](found.gaps);
    this.#conflicts[1](Object.fromEntries(conflicts));
    this.#keep();
    if (taken.length > 0) this.#ports.merged(answers, taken, save);
  }
}
