import { createSignal, For, Show } from 'solid-js';
import type { BatchAnswer, ClaimLine } from '../../../shared/compensation/wire.ts';
import { createAct } from '../../acting.ts';
import { moneyText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Money } from '../../ui/Money.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { certifyMany, orderMany } from './data.ts';
import { BATCH_MOST, totalsByBody, type BodyTotal } from './queues.ts';

const MANY = { certify: certifyMany, order: orderMany } as const;

/** By body, since each has its own budget; the server refuses other totals than these. */
const Totals = (props: { totals: readonly BodyTotal[]; cents: number }) => (
  <dl class="totals">
    <For each={props.totals}>
      {(total) => (
        <div class="totals__row">
          <dt class="kern-body">
            <bdi lang="de">{total.name}</bdi> ({t('compensation.office.claims', { count: total.count })})
          </dt>
          <dd class="kern-body">
            <Money cents={total.cents} />
          </dd>
        </div>
      )}
    </For>
    <div class="totals__row totals__row--sum">
      <dt class="kern-body kern-body--bold">{t('compensation.office.sum')}</dt>
      <dd class="kern-body kern-body--bold">
        <Money cents={props.cents} />
      </dd>
    </div>
  </dl>
);

/** Certifies or orders what was chosen, after its totals by body were shown. */
export const BatchBar = (props: {
  act: 'certify' | 'order';
  chosen: readonly ClaimLine[];
  onDone: (answer: BatchAnswer, sent: readonly ClaimLine[]) => void;
}) => {
  const act = createAct();
  const [asked, setAsked] = createSignal(false);
  const totals = () => totalsByBody(props.chosen);
  const sum = () => totals().reduce((all, total) => all + total.cents, 0);
  const press = async () => {
    const sent = props.chosen;
    let got: BatchAnswer | undefined;
    await act.run(async (intent) => {
      const answer = await MANY[props.act](
        {
          claims: sent.map(({ claim, seq }) => ({ claim, seq })),
          totals: totalsByBody(sent).map(({ body, count, cents }) => ({ body, count, cents })),
        },
        intent,
      );
      if (answer.ok) got = answer.value;
      return answer;
    });
    setAsked(false);
    if (got !== undefined) props.onDone(got, sent);
  };
  return (
    <>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="bottom-bar">
        <p class="kern-body" role="status">
          {t('compensation.office.chosen', { count: props.chosen.length, amount: moneyText(sum(), language()) })}
        </p>
        <Show
          when={props.chosen.length <= BATCH_MOST}
          fallback={<p class="kern-body">{t('compensation.office.too-many', { most: BATCH_MOST })}</p>}
        >
          <Button busy={act.busy()} onClick={() => setAsked(props.chosen.length > 0)}>
            {t(`compensation.office.${props.act}.action`)}
          </Button>
        </Show>
      </div>
      <Dialog
        open={asked()}
        title={t(`compensation.office.${props.act}.title`)}
        onClose={() => setAsked(false)}
        footer={
          <>
            <Button busy={act.busy()} onClick={() => void press()}>
              {t(`compensation.office.${props.act}.confirm`)}
            </Button>
            <Button kind="secondary" onClick={() => setAsked(false)}>
              {t('ui.dialog.cancel')}
            </Button>
          </>
        }
      >
        <p class="kern-body">{t(`compensation.office.${props.act}.text`)}</p>
        <Totals totals={totals()} cents={sum()} />
      </Dialog>
    </>
  );
};
