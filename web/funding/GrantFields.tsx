import { createSignal, Show } from 'solid-js';
import type { Day } from '../../shared/kernel/day.ts';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { Money } from '../ui/Money.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PlanFields } from './PlanFields.tsx';
import { eligibleOf, type ProposalDraft } from './proposal-draft.ts';
import { shareText } from './share-text.ts';

interface GrantFieldsProps {
  readonly found: CaseView;
  readonly draft: ProposalDraft;
  readonly errorOf: (name: string) => string | undefined;
  readonly onChange: (part: Partial<ProposalDraft>) => void;
}

const DayField = (props: GrantFieldsProps & { name: 'from' | 'to' }) => {
  const [parts, setParts] = createSignal(partsOfDay((props.draft[props.name] || undefined) as Day | undefined));
  return (
    <DateInput
      name={props.name}
      label={t(`funding.propose.${props.name}`)}
      error={props.errorOf(props.name)}
      value={parts()}
      onInput={(next) => {
        setParts(next);
        const read = dayOfParts(next);
        props.onChange({ [props.name]: read.ok ? read.value : '' });
      }}
    />
  );
};

/** What a grant says beside its reasons: amounts, time, clauses, and what the public will read. */
export const GrantFields = (props: GrantFieldsProps) => {
  const eligible = () => eligibleOf(props.draft);
  const share = () => shareText(props.draft.amountCents, eligible());
  return (
    <>
      <MoneyInput
        name="amountCents"
        label={t('funding.propose.amountCents')}
        error={props.errorOf('amountCents')}
        value={props.draft.amountCents}
        onInput={(amountCents) => props.onChange({ amountCents })}
      />
      <PlanFields {...props} />
      <p class="kern-body" role="status">
        {t('funding.propose.eligible')}: <Money cents={eligible()} />. {t('funding.propose.share')}: {share()} %
      </p>
      <TextArea
        name="purpose"
        label={t('funding.propose.purpose')}
        hint={t('funding.propose.purpose-hint')}
        error={props.errorOf('purpose')}
        max={1500}
        value={props.draft.purpose}
        onInput={(purpose) => props.onChange({ purpose })}
      />
      <DayField {...props} name="from" />
      <DayField {...props} name="to" />
      <TextArea
        name="clauses"
        label={t('funding.propose.clauses')}
        hint={t('funding.propose.clauses-hint')}
        optional
        error={props.errorOf('clauses')}
        max={8000}
        value={props.draft.clauses}
        onInput={(clauses) => props.onChange({ clauses })}
      />
      <Show when={props.draft.clauses.trim() !== ''}>
        <TextArea
          name="clauseReasons"
          label={t('funding.propose.clauseReasons')}
          hint={t('funding.propose.clauseReasons-hint')}
          error={props.errorOf('clauseReasons')}
          max={4000}
          value={props.draft.clauseReasons}
          onInput={(clauseReasons) => props.onChange({ clauseReasons })}
        />
      </Show>
      <TextArea
        name="publicPurpose"
        label={t('funding.propose.publicPurpose')}
        hint={t('funding.propose.publicPurpose-hint')}
        error={props.errorOf('publicPurpose')}
        max={600}
        value={props.draft.publicPurpose}
        onInput={(publicPurpose) => props.onChange({ publicPurpose })}
      />
      <TextField
        name="place"
        label={t('funding.propose.place')}
        hint={t('funding.propose.place-hint')}
        error={props.errorOf('place')}
        value={props.draft.place}
        onInput={(place) => props.onChange({ place })}
      />
    </>
  );
};
