import { For, Show } from 'solid-js';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { t, textIf } from '../i18n.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { Money } from '../ui/Money.tsx';
import { When } from '../ui/When.tsx';

/** The law's words for a rate that is not beyond doubt. */
const Rate = (props: { rate: ClaimView['rate'] }) => (
  <>
    <p class="kern-body">
      {t('compensation.fee.rate')} <Money cents={props.rate.cents} /> (<bdi lang="de">{props.rate.norm}</bdi>)
    </p>
    <Show when={textIf(`law.status.${props.rate.status}`)}>{(text) => <p class="kern-body">{text()}</p>}</Show>
  </>
);

const SameDay = (props: { claim: ClaimView }) => (
  <Show when={props.claim.sameDay.length > 0}>
    <p class="kern-body">{t('compensation.fee.same-day')}</p>
    <ul class="kern-list kern-list--bullet">
      <For each={props.claim.sameDay}>
        {(other) => (
          <li>
            <bdi lang="de">{other.bodyName}</bdi>: <When from={other.from} to={other.to} />
          </li>
        )}
      </For>
    </ul>
  </Show>
);

/** The fee with its reason in plain words. */
export const FeeCard = (props: { claim: ClaimView }) => (
  <section class="stack">
    <div class="claim-line">
      <h2 class="kern-heading-medium">{t('compensation.fee.title')}</h2>
      <span class="claim-amount">
        <Money cents={props.claim.feeCents} />
      </span>
    </div>
    <Show when={props.claim.rejection}>
      {(rejection) => (
        <p class="kern-body">
          {t('compensation.recognised')} <Money cents={rejection().feeRecognisedCents} />
        </p>
      )}
    </Show>
    <p class="kern-body measure">{t(`compensation.reason.${props.claim.reason}`)}</p>
    <SameDay claim={props.claim} />
    <Accordion title={t('compensation.fee.why')}>
      <Rate rate={props.claim.rate} />
    </Accordion>
  </section>
);
