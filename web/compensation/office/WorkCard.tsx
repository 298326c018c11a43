import { payableOf } from './queues.ts';
import { Show } from 'solid-js';
import type { ClaimLine } from '../../../shared/compensation/wire.ts';
import { dayText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import { InstantText } from '../../ui/DayText.tsx';
import { Isolate } from '../../ui/Isolate.tsx';
import { Money } from '../../ui/Money.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { kindOf } from '../stages.ts';

const Choose = (props: { line: ClaimLine; name: string; checked: boolean; onInput: (checked: boolean) => void }) => (
  <div class="kern-form-check">
    <input
      class="kern-form-check__checkbox"
      type="checkbox"
      id={`choose-${props.line.claim}`}
      checked={props.checked}
      onChange={(event) => props.onInput(event.currentTarget.checked)}
    />
    <label class="kern-label" for={`choose-${props.line.claim}`}>
      {t('compensation.office.choose')}
      <span class="heard">
        {' '}
        <Isolate>{props.name}</Isolate>, {dayText(props.line.on, language())}
      </span>
    </label>
  </div>
);

/** One claim of a work list: who, for which sitting, how much and why, since when it waits. */
export const WorkCard = (props: {
  line: ClaimLine;
  /** Absent where nothing can be done to many at once. */
  choice?: { readonly checked: boolean; readonly onInput: (checked: boolean) => void } | undefined;
}) => {
  const name = () => props.line.person?.name ?? '';
  return (
    <article class="entry stack stack--close">
      <div class="work-line">
        <div>
          <h2 class="kern-title kern-title--small">
            <a class="kern-link kern-link--no-visited-state" href={`/compensation/${props.line.claim}`}>
              <Isolate>{name()}</Isolate>
            </a>
          </h2>
          <p class="kern-body">
            <bdi lang="de">{props.line.bodyName}</bdi>, {dayText(props.line.on, language())}
          </p>
        </div>
        <p class="claim-amount">
          <Money cents={payableOf(props.line)} />
        </p>
      </div>
      <p class="kern-body kern-body--small">
        {t(`compensation.reason.${props.line.reason}`)}
        <Show when={props.line.expensesCents > 0}>
          {' '}
          {t('compensation.office.expenses')} <Money cents={props.line.expensesCents} />.
        </Show>
      </p>
      <p class="row kern-body kern-body--small">
        <StatusTag kind={kindOf(props.line.stage)} text={t(`compensation.stage.${props.line.stage}`)} />
        <Show when={props.line.hasObjection}>
          <StatusTag kind="warning" text={t('compensation.office.objection')} />
        </Show>
        <Show when={props.line.caseNumber}>{(number) => <Isolate>{number()}</Isolate>}</Show>
        <span>
          {t('compensation.office.since')} <InstantText at={props.line.since} />
        </span>
      </p>
      <Show when={props.choice}>
        {(choice) => <Choose line={props.line} name={name()} checked={choice().checked} onInput={choice().onInput} />}
      </Show>
    </article>
  );
};
