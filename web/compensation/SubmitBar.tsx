import { Show } from 'solid-js';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { createAct } from '../acting.ts';
import { moneyText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Money } from '../ui/Money.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { submit } from './data.ts';

const Sum = (props: { cents: number }) => (
  <p class="claim-line kern-body kern-body--bold">
    <span>{t('compensation.claim.total')}</span>
    <span class="claim-amount">
      <Money cents={props.cents} />
    </span>
  </p>
);

/** What is confirmed in one tap: exactly the figures that stand on the page. */
export const SubmitBar = (props: { claim: ClaimView }) => {
  const act = createAct();
  const press = async () => {
    const said = t('compensation.submit.done');
    const { claim, seq, totalCents } = props.claim;
    if (await act.run((intent) => submit(claim, { seq, totalCents }, intent))) announce(said);
  };
  return (
    <Show when={props.claim.acts.includes('submit')} fallback={<Sum cents={props.claim.totalCents} />}>
      <p class="kern-body measure">{t('compensation.submit.text')}</p>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="bottom-bar">
        <Sum cents={props.claim.totalCents} />
        <Button icon="check" busy={act.busy()} onClick={() => void press()}>
          {t('compensation.submit.action', { amount: moneyText(props.claim.totalCents, language()) })}
        </Button>
      </div>
    </Show>
  );
};
