import { createSignal, For, Show } from 'solid-js';
import type { PaymentLine } from '../../shared/payments/wire.ts';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { actOnOrder, type OrderAct } from './data.ts';
import { kindOfPayment } from './stages.ts';

const KINDS = { hold: 'secondary', free: 'secondary', cancel: 'tertiary' } as const;

/** Each act wants its reason: the form opens below the button that was pressed. */
const Acts = (props: { line: PaymentLine }) => {
  const [chosen, setChosen] = createSignal<OrderAct>();
  const acts = (): OrderAct[] => (props.line.stage === 'held' ? ['free', 'cancel'] : ['hold', 'cancel']);
  return (
    <>
      <div class="actions">
        <For each={acts()}>
          {(act) => (
            <Button
              kind={KINDS[act]}
              about={props.line.endToEndId}
              onClick={() => setChosen((before) => (before === act ? undefined : act))}
            >
              {t(`payments.order.${act}.open`)}
            </Button>
          )}
        </For>
      </div>
      <Show when={chosen()} keyed>
        {(act) => (
          <TextAct
            name={`${act}-${props.line.payment}`}
            place={`${props.line.payment}/${act}`}
            label={t(`payments.order.${act}.label`)}
            hint={t(`payments.order.${act}.hint`)}
            action={t(`payments.order.${act}.action`)}
            max={1000}
            done={t(`payments.order.${act}.done`)}
            send={(reason, intent) => actOnOrder(props.line.payment, act, reason, intent)}
          />
        )}
      </Show>
    </>
  );
};

/** One payment that waits: to whom, how much, for what, and what holds it. */
export const OrderCard = (props: { line: PaymentLine; mayAct: boolean }) => (
  <article class="entry stack stack--close">
    <div class="work-line">
      <div>
        <h2 class="kern-title kern-title--small">
          <Isolate>{props.line.payeeName}</Isolate>
        </h2>
        <p class="kern-body kern-body--small">
          <Isolate>{props.line.endToEndId}</Isolate>
        </p>
      </div>
      <p class="claim-amount">
        <Money cents={props.line.cents} />
      </p>
    </div>
    <p class="row kern-body kern-body--small">
      <StatusTag kind={kindOfPayment(props.line.stage)} text={t(`payments.stage.${props.line.stage}`)} />
      <span>
        {t('payments.since')} <InstantText at={props.line.since} />
      </span>
      <Show when={props.line.source.room === 'compensation'}>
        <a class="kern-link" href={`/compensation/${props.line.source.id}`}>
          {t('payments.order.source')}
          <span class="heard"> {props.line.endToEndId}</span>
        </a>
      </Show>
    </p>
    <Show when={props.line.holds.length > 0}>
      <ul class="kern-list kern-list--bullet">
        <For each={props.line.holds}>{(ground) => <li>{t(`payments.hold.${ground}`)}</li>}</For>
      </ul>
    </Show>
    <Show when={props.mayAct}>
      <Acts line={props.line} />
    </Show>
  </article>
);
