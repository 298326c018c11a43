import { For, Show } from 'solid-js';
import type { RunItem, RunView } from '../../shared/payments/wire.ts';
import { t, textIf } from '../i18n.ts';
import { Iban } from '../ui/Iban.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { ItemActs } from './ItemActs.tsx';
import { kindOfPayment } from './stages.ts';

const CHECKS = { match: 'success', closeMatch: 'warning', noMatch: 'danger', notPossible: 'info' } as const;

/** What a code of the bank means (ISO 20022), with the code itself. */
const reasonText = (code: string): string =>
  `${textIf(`payments.bank-reason.${code}`) ?? t('payments.bank-reason.other')} (${code})`;

const ItemCard = (props: { run: RunView; item: RunItem }) => (
  <article class="entry stack stack--close">
    <div class="work-line">
      <div>
        <h3 class="kern-title kern-title--small">
          <Isolate>{props.item.holder}</Isolate>
        </h3>
        <p class="kern-body">
          <Iban iban={props.item.iban} />
        </p>
      </div>
      <p class="claim-amount">
        <Money cents={props.item.cents} />
      </p>
    </div>
    <p class="kern-body kern-body--small">
      <Isolate>{props.item.endToEndId}</Isolate> · <bdi lang="de">{props.item.remittance}</bdi> ·{' '}
      {t('payments.item.id')} <bdi class="hash">{props.item.payment}</bdi>
    </p>
    <p class="row">
      <StatusTag kind={kindOfPayment(props.item.stage)} text={t(`payments.stage.${props.item.stage}`)} />
      <Show when={props.item.payeeCheck}>
        {(check) => <StatusTag kind={CHECKS[check()]} text={t(`payments.check.${check()}`)} />}
      </Show>
    </p>
    <Show when={props.item.holds.length > 0}>
      <ul class="kern-list kern-list--bullet">
        <For each={props.item.holds}>{(ground) => <li>{t(`payments.hold.${ground}`)}</li>}</For>
      </ul>
    </Show>
    <Show when={props.item.reason}>{(code) => <p class="kern-body">{reasonText(code())}</p>}</Show>
    <ItemActs run={props.run} item={props.item} />
  </article>
);

/** The items of a run: to whom and how much, to be compared before it is closed. */
export const RunItems = (props: { run: RunView; items: readonly RunItem[] }) => (
  <section aria-labelledby="items-title">
    <h2 class="kern-heading-medium" id="items-title">
      {t('payments.item.title')}
    </h2>
    <For each={props.items} fallback={<p class="kern-body">{t('payments.item.empty')}</p>}>
      {(item) => <ItemCard run={props.run} item={item} />}
    </For>
  </section>
);
