import { For, Show } from 'solid-js';
import type { ClaimView, ExpenseView } from '../../shared/compensation/wire.ts';
import { createAct } from '../acting.ts';
import { moneyText, numberText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Money } from '../ui/Money.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { openPage } from './data.ts';

const OpenPage = (props: { claim: string; item: string; sha256: string; number: number }) => {
  const act = createAct();
  const open = () =>
    act.run(async (intent) => {
      const answer = await openPage(props.claim, props.item, props.sha256, intent);
      if (answer.ok) location.assign(answer.value.link);
      return answer;
    });
  return (
    <>
      <Button kind="tertiary" icon="download" busy={act.busy()} onClick={() => void open()}>
        {t('compensation.receipt.page', { number: props.number })}
      </Button>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
    </>
  );
};

const Expense = (props: { claim: ClaimView; expense: ExpenseView }) => (
  <li class="entry stack stack--close">
    <div class="claim-line">
      <h3 class="kern-heading-small">{t(`compensation.kind.${props.expense.kind}`)}</h3>
      <span class="claim-amount">
        <Money cents={props.expense.cents} />
      </span>
    </div>
    <Show when={props.expense.recognisedCents !== undefined}>
      <p class="kern-body">
        {t('compensation.recognised')} <Money cents={props.expense.recognisedCents!} />
      </p>
    </Show>
    <Show when={props.expense.paidCents}>
      {(paid) => (
        <p class="kern-body kern-body--small">
          {t('compensation.expense.capped', {
            paid: moneyText(paid(), language()),
            capped: moneyText(props.expense.cents, language()),
          })}
        </p>
      )}
    </Show>
    <Show when={props.expense.tenthsOfKilometre}>
      {(tenths) => (
        <p class="kern-body">
          {t('compensation.expense.kilometres', { amount: numberText(tenths() / 10, language()) })}
        </p>
      )}
    </Show>
    <Show when={props.expense.reason}>
      {(reason) => (
        <p class="kern-body typed">
          <Isolate>{reason()}</Isolate>
        </p>
      )}
    </Show>
    <div class="actions">
      <For each={props.expense.pages}>
        {(page, index) => (
          <OpenPage claim={props.claim.claim} item={props.expense.item} sha256={page.sha256} number={index() + 1} />
        )}
      </For>
      <Show when={props.claim.acts.includes('setExpense')}>
        <LinkButton
          href={`/compensation/${props.claim.claim}/expenses/${props.expense.item}`}
          kind="tertiary"
          icon="edit"
        >
          {t('compensation.expense.change')}
          <span class="heard"> {t(`compensation.kind.${props.expense.kind}`)}</span>
        </LinkButton>
      </Show>
    </div>
  </li>
);

/** What the sitting cost the member; each with its receipt. */
export const Expenses = (props: { claim: ClaimView }) => {
  const mayAdd = () => props.claim.acts.includes('setExpense') && props.claim.kinds.length > 0;
  return (
    <Show when={mayAdd() || props.claim.expenses.length > 0}>
      <section class="stack">
        <h2 class="kern-heading-medium">{t('compensation.expense.title')}</h2>
        <Show when={mayAdd()}>
          <p class="kern-body measure">
            {t('compensation.expense.lead')} {t('compensation.expense.travel-until')}{' '}
            <DayText day={props.claim.travelUntil} />.
          </p>
        </Show>
        <ul class="plain-list">
          <For each={props.claim.expenses}>{(expense) => <Expense claim={props.claim} expense={expense} />}</For>
        </ul>
        <Show when={mayAdd()}>
          <div class="actions">
            <LinkButton
              href={`/compensation/${props.claim.claim}/expenses/${crypto.randomUUID()}`}
              kind="secondary"
              icon="add"
            >
              {t('compensation.expense.add')}
            </LinkButton>
          </div>
        </Show>
      </section>
    </Show>
  );
};
