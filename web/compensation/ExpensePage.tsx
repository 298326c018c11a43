import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { Show, untrack } from 'solid-js';
import type { ExpenseKind } from '../../shared/bodies/wire.ts';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import { createAct } from '../acting.ts';
import { moneyText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { createFaults } from '../ui/faults.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { claimView, removeExpense, setExpense } from './data.ts';
import { bodyOf, expenseFaults, ruleOf, typedExpense } from './expense-form.ts';
import { receiptPages } from './receipt-pages.ts';
import { ReceiptPages } from './ReceiptPages.tsx';
import { Form } from '../ui/Form.tsx';

const expenseForm = (claim: ClaimView, item: string) => {
  const navigate = useNavigate();
  const act = createAct();
  const known = claim.expenses.find((expense) => expense.item === item);
  const form = createTyped(`${claim.claim}/${item}`, typedExpense(known, claim.kinds));
  const pages = receiptPages(
    () => form.now().pages,
    (changed) => form.change({ pages: changed }),
  );
  const faults = createFaults(() => [
    ...expenseFaults(form.now(), ruleOf(claim, form.now().kind)),
    ...(pages.waiting().length > 0 ? [{ name: 'receipt', text: t('compensation.receipt.waiting') }] : []),
  ]);
  const leave = (said: string): void => {
    form.done();
    announce(said);
    navigate(`/compensation/${claim.claim}`);
  };
  const save = async (): Promise<void> => {
    const typed = form.now();
    if (!faults.passes()) return;
    const body = bodyOf(typed, typed.kind as ExpenseKind);
    if (await act.run(() => setExpense(claim.claim, item, body))) leave(t('compensation.expense.saved'));
    else faults.told(act.problem(), ['kind', 'cents', 'reason']);
  };
  const remove = async (): Promise<void> => {
    if (await act.run((intent) => removeExpense(claim.claim, item, intent))) leave(t('compensation.expense.removed'));
  };
  return { act, faults, form, pages, known, save, remove, rule: () => ruleOf(claim, form.now().kind) };
};

type Form = ReturnType<typeof expenseForm>;

const Kind = (props: { form: Form; claim: ClaimView }) => (
  <Radios
    name="kind"
    label={t('compensation.expense.kind')}
    error={props.form.faults.at('kind')}
    value={props.form.form.now().kind || undefined}
    options={props.claim.kinds.map(({ kind }) => ({ value: kind, label: t(`compensation.kind.${kind}`) }))}
    onInput={(kind) => props.form.form.change({ kind: kind as ExpenseKind })}
  />
);

const Amount = (props: { form: Form }) => (
  <Show
    when={props.form.form.now().kind === 'mileage'}
    fallback={
      <MoneyInput
        name="cents"
        label={t('compensation.expense.amount')}
        hint={
          props.form.rule()?.capCents === undefined
            ? undefined
            : t('compensation.expense.cap', { cap: moneyText(props.form.rule()!.capCents!, language()) })
        }
        error={props.form.faults.at('cents')}
        value={props.form.form.now().cents as Cents | undefined}
        onInput={(cents) => props.form.form.change({ cents })}
      />
    }
  >
    <TextField
      name="kilometres"
      label={t('compensation.expense.distance')}
      hint={t('compensation.expense.distance-hint')}
      error={props.form.faults.at('kilometres')}
      inputMode="numeric"
      value={props.form.form.now().kilometres}
      onInput={(kilometres) => props.form.form.change({ kilometres })}
    />
  </Show>
);

const ExpenseForm = (props: { claim: ClaimView; item: string }) => {
  const expense = untrack(() => expenseForm(props.claim, props.item));
  return (
    <Form onSubmit={() => void expense.save()}>
      <ErrorSummary faults={expense.faults.all()} />
      <Kind form={expense} claim={props.claim} />
      <Show when={expense.rule()}>
        {(rule) => (
          <>
            <Amount form={expense} />
            <TextArea
              name="reason"
              label={t(`compensation.expense.reason.${rule().kind}`)}
              optional={!rule().needsReason}
              error={expense.faults.at('reason')}
              max={600}
              rows={3}
              value={expense.form.now().reason}
              onInput={(reason) => expense.form.change({ reason })}
            />
            <ReceiptPages
              name="receipt"
              needed={rule().needsReceipt}
              error={expense.faults.at('receipt')}
              there={expense.form.now().pages}
              pages={expense.pages}
            />
          </>
        )}
      </Show>
      <Show when={expense.act.problem()}>{(problem) => <ProblemAlert problem={problem()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={expense.act.busy()}>
          {t('compensation.expense.save')}
        </Button>
        <Show when={expense.known}>
          <Button kind="secondary" icon="delete" busy={expense.act.busy()} onClick={() => void expense.remove()}>
            {t('compensation.expense.remove')}
          </Button>
        </Show>
      </div>
    </Form>
  );
};

/** One expense of a claim: what it was, how much, and the receipt. */
export const ExpensePage = () => {
  const params = useParams<{ claim: string; item: string }>();
  const found = createAsync(() => claimView(params.claim));
  return (
    <Show when={found()}>
      {(claim) => (
        <Show when={claim().acts.includes('setExpense')} fallback={<NotFound />}>
          <Page
            title={t('compensation.expense.page')}
            lead={t('compensation.expense.page-lead')}
            above={
              <LinkButton href={`/compensation/${claim().claim}`} kind="tertiary" icon="back">
                {t('compensation.expense.back')}
              </LinkButton>
            }
          >
            <ExpenseForm claim={claim()} item={params.item} />
          </Page>
        </Show>
      )}
    </Show>
  );
};
