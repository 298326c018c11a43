import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { ClaimView } from '../../../shared/compensation/wire.ts';
import { createAct } from '../../acting.ts';
import { dayText, moneyText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import { createTyped } from '../../typed.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { createFaults } from '../../ui/faults.ts';
import { Form } from '../../ui/Form.tsx';
import { Isolate } from '../../ui/Isolate.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Money } from '../../ui/Money.tsx';
import { MoneyInput } from '../../ui/MoneyInput.tsx';
import { NotFound } from '../../ui/NotFound.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { claimView } from '../data.ts';
import { proposeRejection } from './data.ts';
import { amountsOf, fieldOf, rejectionBody, rejectionFaults, type TypedRejection } from './rejection-form.ts';

const createRejectionForm = (claim: () => ClaimView) => {
  const navigate = useNavigate();
  const act = createAct();
  const faults = createFaults();
  const here = () => `/compensation/${claim().claim}`;
  const typed = createTyped<TypedRejection>(`${claim().claim}/rejection`, { recognised: {}, reasons: '' });
  const amounts = () => amountsOf(claim(), typed.now());
  const propose = async () => {
    const { reasons } = typed.now();
    if (!faults.found(rejectionFaults(amounts(), reasons))) return;
    const body = rejectionBody(claim().seq, amounts(), reasons);
    if (!(await act.run((intent) => proposeRejection(claim().claim, body, intent)))) return;
    typed.done();
    navigate(here());
  };
  return { act, faults, typed, amounts, propose, here };
};

const RejectionForm = (props: { claim: ClaimView }) => {
  const form = createRejectionForm(() => props.claim);
  const sum = () => form.amounts().reduce((all, { cents = 0 }) => all + cents, 0);
  return (
    <Form onSubmit={() => void form.propose()}>
      <ErrorSummary faults={form.faults.all()} />
      <For each={form.amounts().map(({ item }) => item)}>
        {(item) => {
          const amount = () => form.amounts().find((one) => one.item === item)!;
          return (
            <MoneyInput
              name={fieldOf(item)}
              label={t('compensation.office.propose.amount', { name: amount().label })}
              hint={t('compensation.office.propose.claimed', { amount: moneyText(amount().claimedCents, language()) })}
              error={form.faults.at(fieldOf(item))}
              value={amount().cents as never}
              onInput={(cents) => form.typed.change({ recognised: { ...form.typed.now().recognised, [item]: cents } })}
            />
          );
        }}
      </For>
      <p class="plan-sum kern-body kern-body--bold">
        {t('compensation.office.propose.sum')} <Money cents={sum()} />
      </p>
      <TextArea
        name="reasons"
        label={t('compensation.office.propose.reasons')}
        hint={t('compensation.office.propose.reasons-hint')}
        error={form.faults.at('reasons')}
        max={4000}
        rows={8}
        value={form.typed.now().reasons}
        onInput={(reasons) => form.typed.change({ reasons })}
      />
      <Show when={form.act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={form.act.busy()}>
          {t('compensation.office.propose.action')}
        </Button>
        <LinkButton href={form.here()} kind="secondary">
          {t('ui.dialog.cancel')}
        </LinkButton>
      </div>
    </Form>
  );
};

/** What is recognised of each amount, and why not more; another person decides on it. */
export const ProposeRejectionPage = () => {
  const params = useParams<{ claim: string }>();
  const found = createAsync(() => claimView(params.claim));
  return (
    <Show when={found()}>
      {(claim) => (
        <Show when={claim().acts.includes('proposeRejection')} fallback={<NotFound />}>
          <Page
            title={t('compensation.office.propose.title')}
            lead={
              <>
                <Isolate>{claim().person?.name}</Isolate>, {dayText(claim().on, language())}
              </>
            }
          >
            <p class="kern-body measure">{t('compensation.office.propose.lead')}</p>
            <RejectionForm claim={claim()} />
          </Page>
        </Show>
      )}
    </Show>
  );
};
