import { createSignal } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { TextAct } from '../ui/TextAct.tsx';
import { consentEarlyStart } from './acts.ts';

/** The approver's consent to a start before the decision: from which day, and why. */
export const EarlyStart = (props: { found: CaseView }) => {
  const [day, setDay] = createSignal(partsOfDay(undefined));
  const from = () => {
    const read = dayOfParts(day());
    return read.ok ? read.value : '';
  };
  return (
    <details class="kern-accordion">
      <summary class="kern-accordion__header">
        <span class="kern-title">{t('funding.act.early-start')}</span>
      </summary>
      <section class="kern-accordion__body stack">
        <DateInput
          name="earlyStart"
          label={t('funding.early-start.from')}
          hint={t('funding.early-start.hint')}
          value={day()}
          onInput={setDay}
        />
        <TextAct
          name="early-start-reason"
          place={`${props.found.id}/early-start`}
          label={t('funding.early-start.reason')}
          action={t('funding.act.early-start')}
          kind="secondary"
          max={2000}
          done={t('funding.early-start.done')}
          send={(reason, intent) => consentEarlyStart(props.found.id, { from: from(), reason }, intent)}
        />
      </section>
    </details>
  );
};
