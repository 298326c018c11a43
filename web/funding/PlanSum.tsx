import { Show } from 'solid-js';
import { planOf } from '../../shared/funding/plan.ts';
import type { Answers } from '../../shared/programmes/form.ts';
import { t } from '../i18n.ts';
import { Money } from '../ui/Money.tsx';

/** What the plan asks of the grantor; grows while typing and is read out politely. */
export const PlanSum = (props: { answers: Answers }) => {
  const plan = () => planOf(props.answers);
  return (
    <div class="plan-sum" role="status">
      <dl class="kern-description-list">
        <div class="kern-description-list-item">
          <dt class="kern-description-list-item__key">{t('funding.plan.total')}</dt>
          <dd class="kern-description-list-item__value">
            <Money cents={plan().totalCents} />
          </dd>
        </div>
        <div class="kern-description-list-item">
          <dt class="kern-description-list-item__key">{t('funding.plan.cover')}</dt>
          <dd class="kern-description-list-item__value">
            <Money cents={plan().coverCents} />
          </dd>
        </div>
        <div class="kern-description-list-item">
          <dt class="kern-description-list-item__key">{t('funding.plan.requested')}</dt>
          <dd class="kern-description-list-item__value kern-body--bold">
            <Money cents={plan().requestedCents} />
          </dd>
        </div>
      </dl>
      <Show when={plan().requestedCents < 0}>
        <p class="kern-body">{t('funding.plan.more-cover')}</p>
      </Show>
    </div>
  );
};
