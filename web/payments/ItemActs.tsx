import { createSignal, For, Show } from 'solid-js';
import { PAYEE_CHECKS, type PayeeCheck } from '../../shared/payments/facts.ts';
import type { RunItem, RunView } from '../../shared/payments/wire.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { decideItem, holdItem, notePayeeCheck } from './data.ts';

type Part = { readonly run: RunView; readonly item: RunItem };

/** What the bank answered about name and number. */
const Check = (props: Part) => {
  const act = createAct();
  const [result, setResult] = createSignal<PayeeCheck | undefined>(props.item.payeeCheck);
  const [error, setError] = createSignal<string>();
  const name = () => `check-${props.item.payment}`;
  const press = async () => {
    const chosen = result();
    setError(chosen === undefined ? t('payments.item.no-result') : undefined);
    if (chosen === undefined) {
      document.getElementById(name())?.focus();
      return;
    }
    const done = t('payments.item.check-done');
    const { run, item } = props;
    if (await act.run((intent) => notePayeeCheck(run.run, item.payment, { result: chosen }, intent))) announce(done);
  };
  return (
    <Form onSubmit={() => void press()}>
      <Radios
        name={name()}
        label={t('payments.item.check-label')}
        hint={t('payments.item.check-hint')}
        error={error()}
        value={result()}
        options={PAYEE_CHECKS.map((value) => ({ value, label: t(`payments.check.${value}`) }))}
        onInput={(value) => setResult(PAYEE_CHECKS.find((one) => one === value))}
      />
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={act.busy()}>
          {t('payments.item.check-action')}
        </Button>
      </div>
    </Form>
  );
};

const WORDS = ['hold', 'proceed', 'cancel'] as const;
type Words = (typeof WORDS)[number];

const Reasoned = (props: Part & { act: Words }) => (
  <TextAct
    name={`${props.act}-${props.item.payment}`}
    place={`${props.item.payment}/${props.act}`}
    label={t(`payments.item.${props.act}.label`)}
    hint={t(`payments.item.${props.act}.hint`)}
    action={t(`payments.item.${props.act}.action`)}
    max={1000}
    done={t(`payments.item.${props.act}.done`)}
    send={(reason, intent) =>
      props.act === 'hold'
        ? holdItem(props.run.run, props.item.payment, { reason }, intent)
        : decideItem(props.run.run, props.item.payment, { decision: props.act, reason }, intent)
    }
  />
);

/** What can be done with one item now; its form opens below the button. */
export const ItemActs = (props: Part) => {
  const [chosen, setChosen] = createSignal<Words | 'check'>();
  const waits = () => props.item.holds.includes('payee-check');
  const acts = (): (Words | 'check')[] => [
    ...(props.run.acts.includes('close') ? (['hold'] as const) : []),
    ...(props.run.acts.includes('checkPayee') && props.item.stage === 'inRun' ? (['check'] as const) : []),
    ...(props.run.acts.includes('decideHeld') && waits() ? (['proceed', 'cancel'] as const) : []),
  ];
  const words = () => WORDS.find((one) => one === chosen());
  return (
    <Show when={acts().length > 0}>
      <div class="actions">
        <For each={acts()}>
          {(act) => (
            <Button
              kind={act === 'proceed' ? 'secondary' : 'tertiary'}
              about={props.item.endToEndId}
              onClick={() => setChosen((before) => (before === act ? undefined : act))}
            >
              {t(`payments.item.open.${act}`)}
            </Button>
          )}
        </For>
      </div>
      <Show when={chosen() === 'check'}>
        <Check run={props.run} item={props.item} />
      </Show>
      <Show when={words()} keyed>
        {(act) => <Reasoned run={props.run} item={props.item} act={act} />}
      </Show>
    </Show>
  );
};
