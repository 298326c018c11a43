import { For, Show } from 'solid-js';
import { planOf } from '../../shared/funding/plan.ts';
import type { CaseView } from '../../shared/funding/wire.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { AmountRow } from '../../shared/programmes/form.ts';
import { moneyText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import type { ProposalDraft } from './proposal-draft.ts';

interface PlanFieldsProps {
  readonly found: CaseView;
  readonly draft: ProposalDraft;
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (part: Partial<ProposalDraft>) => void;
}

type Side = 'costs' | 'cover';

/** One side of the plan, line by line: what was applied for, and what is recognised of it. */
const Lines = (props: PlanFieldsProps & { side: Side; rows: readonly AmountRow[] }) => {
  const field = () => `${props.side}Cents` as const;
  const change = (index: number, amount: Cents | undefined) =>
    props.onChange({ [field()]: props.draft[field()].map((one, at) => (at === index ? amount : one)) });
  return (
    <Show when={props.rows.length > 0}>
      <fieldset class="kern-fieldset">
        <legend class="kern-label">{t(`funding.propose.${props.side}`)}</legend>
        <div class="kern-fieldset__body">
          <For each={props.rows}>
            {(row, index) => (
              <MoneyInput
                name={`${field()}-${index()}`}
                label={`${t(`programmes.form.${props.side}.option.${row.category}`)}: ${row.label}`}
                hint={t('funding.propose.applied', { amount: moneyText(row.cents, language()) })}
                value={props.draft[field()][index()]}
                onInput={(amount) => change(index(), amount)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  );
};

/** The plan as it would be approved: cuts by line, own share by line, and what the applicant would have to add. */
export const PlanFields = (props: PlanFieldsProps) => {
  const plan = () => planOf(props.found.sections['plan'] ?? {});
  return (
    <>
      <Lines {...props} side="costs" rows={plan().costs} />
      <Lines {...props} side="cover" rows={plan().cover} />
      <MoneyInput
        name="additionalCoverCents"
        label={t('funding.propose.additionalCoverCents')}
        hint={t('funding.propose.additionalCoverCents-hint')}
        error={props.errorOf('additionalCoverCents')}
        value={props.draft.additionalCoverCents}
        onInput={(additionalCoverCents) => props.onChange({ additionalCoverCents })}
      />
    </>
  );
};
