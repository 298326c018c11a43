import { createSignal, Show } from 'solid-js';
import type { PaymentId } from '../../shared/kernel/id.ts';
import type { Clarification } from '../../shared/payments/wire.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { createTyped } from '../typed.ts';
import { announce } from '../ui/announce.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { Button } from '../ui/Button.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Form } from '../ui/Form.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { settle } from './data.ts';

const Settle = (props: { item: Clarification }) => {
  const act = createAct();
  const typed = createTyped(`${props.item.clarification}/settle`, { payment: props.item.payment ?? '', note: '' });
  const [error, setError] = createSignal<string>();
  const name = (field: string) => `${field}-${props.item.clarification}`;
  const press = async () => {
    const { payment, note } = typed.now();
    setError(note.trim() === '' ? t('kernel.issue.empty') : undefined);
    if (error() !== undefined) {
      document.getElementById(name('note'))?.focus();
      return;
    }
    const body = { note, ...(payment.trim() !== '' && { payment: payment.trim() as PaymentId }) };
    const done = t('payments.clarify.done');
    if (!(await act.run((intent) => settle(props.item.clarification, body, intent)))) return;
    typed.done();
    announce(done);
  };
  return (
    <Form onSubmit={() => void press()}>
      <TextField
        name={name('payment')}
        label={t('payments.clarify.payment')}
        hint={t(props.item.payment === undefined ? 'payments.clarify.payment-hint' : 'payments.clarify.confirm-hint')}
        optional
        value={typed.now().payment}
        onInput={(payment) => typed.change({ payment })}
      />
      <TextArea
        name={name('note')}
        label={t('payments.clarify.note')}
        hint={t('payments.clarify.note-hint')}
        error={error()}
        max={1000}
        rows={3}
        value={typed.now().note}
        onInput={(note) => typed.change({ note })}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={act.busy()}>
          {t('payments.clarify.action')}
        </Button>
      </div>
    </Form>
  );
};

/** One movement of the account that nobody could assign, and why. */
export const ClarificationCard = (props: { item: Clarification; mayAct: boolean }) => (
  <article class="entry stack stack--close">
    <div class="work-line">
      <div>
        <h2 class="kern-title kern-title--small">{t(`payments.why.${props.item.why}`)}</h2>
        <p class="kern-body">
          <DayText day={props.item.on} /> · {t(`payments.direction.${props.item.direction}`)}
        </p>
      </div>
      <p class="claim-amount">
        <Show when={props.item.amountText} fallback={<Money cents={props.item.cents} />}>
          {(written) => <Isolate>{written()}</Isolate>}
        </Show>
      </p>
    </div>
    <p class="kern-body kern-body--small">
      <Show when={props.item.endToEndId}>
        {(id) => (
          <>
            <Isolate>{id()}</Isolate> ·{' '}
          </>
        )}
      </Show>
      <Isolate>{props.item.remittance}</Isolate>
    </p>
    <Show when={props.mayAct}>
      <Accordion title={t('payments.clarify.title')}>
        <Settle item={props.item} />
      </Accordion>
    </Show>
  </article>
);
