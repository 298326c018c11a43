/** The stages as far as money tells them apart. */
export type Stage =
  | 'none'
  | 'drafted'
  | 'submitted'
  | 'certified'
  | 'ordered'
  | 'paid'
  | 'failed'
  | 'clawback'
  | 'void';

export const FEE = 20_00;

/** Roles by person, as the city grants them in this test. */
const CERTIFIES: ReadonlySet<string> = new Set(['body-office', 'certifier', 'both']);
const ORDERS: ReadonlySet<string> = new Set(['orderer', 'both']);

interface File {
  stage: Stage;
  reserved: number;
  /** What the last order kept back. */
  kept: number;
  /** Offsets that were decided for this claim. */
  decided: boolean;
  readonly examiners: Set<string>;
  readonly orderers: Set<string>;
}

interface Posting {
  readonly from: string;
  readonly to: string;
  readonly cents: number;
}

/**
 * The rules of a claim's money once more, as simply as they can be said: files with a stage, and postings from one account to
 * another. One sitting a day, so that each fee stands alone. Knows nothing of facts, guards, tasks or rows.
 */
export class ClaimsMoneyModel {
  readonly #files = new Map<string, File>();
  readonly #postings: Posting[];

  constructor(budget: number) {
    this.#postings = [{ from: 'house', to: 'budget', cents: budget }];
  }

  #file(claim: string): File {
    const known = this.#files.get(claim);
    if (known !== undefined) return known;
    const made: File = {
      stage: 'none',
      reserved: 0,
      kept: 0,
      decided: false,
      examiners: new Set(),
      orderers: new Set(),
    };
    this.#files.set(claim, made);
    return made;
  }

  stageOf(claim: string): Stage {
    return this.#file(claim).stage;
  }

  balance(account: string): number {
    return this.#postings.reduce(
      (sum, { from, to, cents }) => sum + (to === account ? cents : 0) - (from === account ? cents : 0),
      0,
    );
  }

  #post(from: string, to: string, cents: number): void {
    if (cents !== 0) this.#postings.push({ from, to, cents });
  }

  #reserve(file: File, cents: number): void {
    this.#post('budget', 'reserved', cents - file.reserved);
    file.reserved = cents;
  }

  /** The list that counts now. */
  list(claim: string, isPresent: boolean): void {
    const file = this.#file(claim);
    if (isPresent) {
      if (file.stage === 'none' || file.stage === 'void') file.stage = 'drafted';
      else if (file.stage === 'clawback') file.stage = 'paid';
      return;
    }
    if (file.stage === 'drafted' || file.stage === 'submitted' || file.stage === 'certified') {
      this.#reserve(file, 0);
      file.stage = 'void';
    } else if (file.stage === 'paid' && !file.decided) file.stage = 'clawback';
  }

  submit(claim: string): boolean {
    const file = this.#file(claim);
    if (file.stage !== 'drafted') return false;
    file.stage = 'submitted';
    return true;
  }

  certify(claim: string, who: string): boolean {
    const file = this.#file(claim);
    if (!CERTIFIES.has(who) || file.stage !== 'submitted' || file.orderers.has(who)) return false;
    if (this.balance('budget') < FEE) return false;
    file.examiners.add(who);
    this.#reserve(file, FEE);
    file.stage = 'certified';
    return true;
  }

  order(claim: string, person: string, who: string): boolean {
    const file = this.#file(claim);
    if (!ORDERS.has(who) || file.stage !== 'certified' || file.examiners.has(who)) return false;
    file.orderers.add(who);
    const owed = this.balance(`owed ${person}`);
    const fresh = Math.min(owed, FEE - file.kept);
    this.#post(`owed ${person}`, 'settled', fresh);
    file.kept += fresh;
    this.#reserve(file, FEE - file.kept);
    file.stage = file.kept === FEE ? 'paid' : 'ordered';
    return true;
  }

  /** What the bank says of an ordered payment. */
  bank(claim: string, returned: boolean): void {
    const file = this.#file(claim);
    if (file.stage !== 'ordered') return;
    file.stage = returned ? 'failed' : 'paid';
  }

  fix(claim: string, who: string): boolean {
    const file = this.#file(claim);
    if (!CERTIFIES.has(who) || file.stage !== 'failed' || file.orderers.has(who)) return false;
    file.examiners.add(who);
    this.#reserve(file, FEE);
    file.stage = 'certified';
    return true;
  }

  /** Keeps back from later orders what was paid too much. */
  offset(claim: string, person: string): boolean {
    const file = this.#file(claim);
    if (file.stage !== 'clawback') return false;
    file.stage = 'paid';
    file.decided = true;
    this.#post('overpaid', `owed ${person}`, FEE);
    return true;
  }
}
