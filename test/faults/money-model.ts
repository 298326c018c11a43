import type { Cents } from '../../shared/kernel/cents.ts';
import type { Wish } from '../support/fault-acts.ts';
import { ACTORS, type ActorName } from '../support/fault-cases.ts';

/** What happens to a wish: done, no money left, or another no. */
export type Fate = 'done' | 'exhausted' | 'no';

interface File {
  stage: 'draft' | 'open' | 'grant' | 'refusal' | 'closed';
  /** Everyone who ever proposed in it. */
  readonly proposers: Set<ActorName>;
  cents: number;
}

const FROM: Readonly<Partial<Record<Wish['act'], readonly File['stage'][]>>> = {
  submit: ['draft'],
  withdraw: ['open'],
  take: ['open'],
  proposeApproval: ['open'],
  proposeRefusal: ['open'],
  return: ['grant', 'refusal'],
  approve: ['grant'],
  refuse: ['refusal'],
};

interface Posting {
  readonly from: string;
  readonly to: string;
  readonly cents: number;
}

const IS = (...names: ActorName[]) => new Set<ActorName>(names);
const SIGNS = IS('signatory', 'tangled');
const EXAMINES = IS('officer', 'officer2', 'both');
const DECIDES = IS('approver', 'approver2', 'both');

const nameOf = ({ actor }: Wish): ActorName =>
  (Object.keys(ACTORS) as ActorName[]).find((name) => ACTORS[name].person === actor.person)!;

/** What may be granted of the example's plan: all that is asked for at most, and 90 per cent of the costs. */
const isWithinPlan = (amount: number): boolean => amount <= 4_500_000 && amount * 10 <= (amount + 500_000) * 9;

/**
 * The rules of money once more, as simply as they can be said: files with a stage, and postings from one account to
 * another. Knows nothing of facts, guards or rows.
 */
export class MoneyModel {
  readonly #files = new Map<string, File>();
  readonly #postings: Posting[];

  constructor(budget: Cents, ids: readonly string[]) {
    this.#postings = [{ from: 'house', to: 'budget', cents: budget }];
    for (const id of ids) this.#files.set(id, { stage: 'draft', proposers: new Set(), cents: 0 });
  }

  balance(account: string): number {
    return this.#postings.reduce(
      (sum, { from, to, cents }) => sum + (to === account ? cents : 0) - (from === account ? cents : 0),
      0,
    );
  }

  /** Takes the wish over and says what its fate must be. */
  wish(wish: Wish): Fate {
    const file = this.#files.get(wish.id)!;
    const who = nameOf(wish);
    switch (wish.act) {
      case 'submit':
        return this.#step(SIGNS.has(who) && file.stage === 'draft', file, 'open');
      case 'withdraw':
        return this.#step(SIGNS.has(who) && file.stage !== 'closed', file, 'closed');
      case 'take':
        return this.#step(EXAMINES.has(who) && file.stage === 'open', file, 'open');
      case 'proposeApproval':
        return this.#propose(EXAMINES.has(who) && isWithinPlan(wish.cents), file, who, wish.cents);
      case 'proposeRefusal':
        return this.#propose(EXAMINES.has(who), file, who, undefined);
      case 'return':
        return this.#step(this.#mayDecide(file, who), file, 'open');
      case 'approve':
        return this.#approve(wish, file, who);
      case 'refuse':
        return this.#step(wish.looks && file.stage === 'refusal' && this.#mayDecide(file, who), file, 'closed');
      case 'save':
        return 'no';
    }
  }

  #mayDecide({ stage, proposers }: File, who: ActorName): boolean {
    return DECIDES.has(who) && !proposers.has(who) && (stage === 'grant' || stage === 'refusal');
  }

  #step(allowed: boolean, file: File, stage: File['stage']): Fate {
    if (!allowed) return 'no';
    file.stage = stage;
    return 'done';
  }

  #propose(allowed: boolean, file: File, who: ActorName, cents: number | undefined): Fate {
    if (!allowed || file.stage !== 'open') return 'no';
    if (cents !== undefined && cents > this.balance('budget')) return 'exhausted';
    file.proposers.add(who);
    file.cents = cents ?? 0;
    file.stage = cents === undefined ? 'refusal' : 'grant';
    return 'done';
  }

  #approve(wish: Wish, file: File, who: ActorName): Fate {
    if (!wish.looks || file.stage !== 'grant' || !this.#mayDecide(file, who)) return 'no';
    if (file.cents > this.balance('budget')) return 'exhausted';
    this.#postings.push({ from: 'budget', to: `granted ${wish.id}`, cents: file.cents });
    file.stage = 'closed';
    return 'done';
  }

  /** Files on which the act could be done now by someone, so that random wishes often come true. */
  openTo(act: Wish['act']): string[] {
    const stages = FROM[act] ?? [];
    return [...this.#files].flatMap(([id, { stage }]) => (stages.includes(stage) ? [id] : []));
  }
}
