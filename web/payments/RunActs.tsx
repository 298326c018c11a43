import { createSignal, Show } from 'solid-js';
import type { RunAct, RunView } from '../../shared/payments/wire.ts';
import { createAct } from '../acting.ts';
import { today } from '../clock.ts';
import { moneyText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { Form } from '../ui/Form.tsx';
import { LinkAct } from '../ui/LinkAct.tsx';
import { Money } from '../ui/Money.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { actOnRun, downloadFile, orderList } from './data.ts';

type Part = { readonly run: RunView };

const Close = (props: Part) => (
  <ConfirmAct
    icon="check"
    action={t('payments.act.close.action')}
    title={t('payments.act.close.title')}
    confirm={t('payments.act.close.confirm')}
    done={t('payments.act.close.done')}
    send={(intent) =>
      actOnRun(props.run.run, 'close', { count: props.run.count, sumCents: props.run.sumCents }, intent)
    }
  >
    <p class="kern-body kern-body--bold">
      {t('payments.run.items', { count: props.run.count })}, <Money cents={props.run.sumCents} />
    </p>
    <p class="kern-body">{t('payments.act.close.text')}</p>
  </ConfirmAct>
);

/** The person who releases sees the very file, by its hash. */
const Release = (props: Part & { hash: string }) => (
  <ConfirmAct
    icon="check"
    action={t('payments.act.release.action')}
    title={t('payments.act.release.title')}
    confirm={t('payments.act.release.confirm', { amount: moneyText(props.run.sumCents, language()) })}
    done={t('payments.act.release.done')}
    send={(intent) => actOnRun(props.run.run, 'release', { fileSha256: props.hash }, intent)}
  >
    <p class="kern-body kern-body--bold">
      {t('payments.run.items', { count: props.run.count })}, <Money cents={props.run.sumCents} />
    </p>
    <p class="kern-body">{t('payments.act.release.text')}</p>
    <p class="kern-body kern-body--small">
      SHA-256: <bdi class="hash">{props.hash}</bdi>
    </p>
  </ConfirmAct>
);

const Back = (props: Part & { act: 'reopen' | 'cancel' }) => (
  <ConfirmAct
    kind="tertiary"
    action={t(`payments.act.${props.act}.action`)}
    title={t(`payments.act.${props.act}.title`)}
    confirm={t(`payments.act.${props.act}.confirm`)}
    done={t(`payments.act.${props.act}.done`)}
    send={(intent) => actOnRun(props.run.run, props.act, {}, intent)}
  >
    <p class="kern-body">{t(`payments.act.${props.act}.text`)}</p>
  </ConfirmAct>
);

const Transmitted = (props: Part) => {
  const act = createAct();
  const [day, setDay] = createSignal(partsOfDay(today()));
  const [error, setError] = createSignal<string>();
  const press = async () => {
    const read = dayOfParts(day());
    setError(read.ok ? undefined : t(`payments.open.${read.refusal}`));
    if (!read.ok) {
      document.getElementById('transmittedOn')?.focus();
      return;
    }
    const done = t('payments.act.transmitted.done');
    if (await act.run((intent) => actOnRun(props.run.run, 'transmitted', { on: read.value }, intent))) announce(done);
  };
  return (
    <Accordion title={t('payments.act.transmitted.title')}>
      <Form onSubmit={() => void press()}>
        <DateInput
          name="transmittedOn"
          label={t('payments.act.transmitted.day')}
          hint={t('payments.act.transmitted.hint')}
          error={error()}
          value={day()}
          onInput={setDay}
        />
        <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
        <div class="actions">
          <Button type="submit" busy={act.busy()}>
            {t('payments.act.transmitted.action')}
          </Button>
        </div>
      </Form>
    </Accordion>
  );
};

/** The list on paper is for those who pay, as soon as its items are frozen. */
const OrderLists = (props: Part) => (
  <>
    <LinkAct
      action={t('payments.act.list-pdf')}
      kind="tertiary"
      send={(intent) => orderList(props.run.run, 'pdf', intent)}
    />
    <LinkAct
      action={t('payments.act.list-csv')}
      kind="tertiary"
      send={(intent) => orderList(props.run.run, 'csv', intent)}
    />
  </>
);

/** What this person may do with the run now. */
export const RunActs = (props: Part & { isPayer: boolean }) => {
  const may = (act: RunAct) => props.run.acts.includes(act);
  const isFrozen = () => props.run.fileSha256 !== undefined && props.run.stage !== 'rejected';
  return (
    <div class="stack">
      <div class="actions">
        <Show when={may('close') && !props.run.isCollecting && props.run.count > 0}>
          <Close run={props.run} />
        </Show>
        <Show when={may('release') && props.run.fileSha256}>{(hash) => <Release run={props.run} hash={hash()} />}</Show>
        <Show when={may('download')}>
          <LinkAct
            action={t('payments.act.download')}
            kind="primary"
            send={(intent) => downloadFile(props.run.run, intent)}
          />
        </Show>
        <Show when={props.isPayer && isFrozen()}>
          <OrderLists run={props.run} />
        </Show>
        <Show when={may('reopen')}>
          <Back run={props.run} act="reopen" />
        </Show>
        <Show when={may('cancel')}>
          <Back run={props.run} act="cancel" />
        </Show>
      </div>
      <Show when={may('transmitted')}>
        <Transmitted run={props.run} />
      </Show>
    </div>
  );
};
