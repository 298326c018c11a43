import { createSignal } from 'solid-js';
import type { Day } from '../../shared/kernel/day.ts';
import { numberText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ProposalDraft } from './proposal-draft.ts';

interface GrantFieldsProps {
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
  const share = () => {
    const { amountCents, eligibleCents } = props.draft;
    return amountCents === undefined || !eligibleCents
      ? '–'
      : numberText(Math.trunc((amountCents * 10_000) / eligibleCents) / 100, language());
  };
  return (
    <>
      <MoneyInput
        name="amountCents"
        label={t('funding.propose.amountCents')}
        error={props.errorOf('amountCents')}
        value={props.draft.amountCents}
        onInput={(amountCents) => props.onChange({ amountCents })}
      />
      <MoneyInput
        name="eligibleCents"
        label={t('funding.propose.eligibleCents')}
        error={props.errorOf('eligibleCents')}
        value={props.draft.eligibleCents}
        onInput={(eligibleCents) => props.onChange({ eligibleCents })}
      />
      <p class="kern-body" role="status">
        {t('funding.propose.share')}: {share()} %
      </p>
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
      <TextArea
        name="purpose"
        label={t('funding.propose.purpose')}
        hint={t('funding.propose.purpose-hint')}
        error={props.errorOf('purpose')}
        max={600}
        value={props.draft.purpose}
        onInput={(purpose) => props.onChange({ purpose })}
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
