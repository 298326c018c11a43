import { createAsync, useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import type { AuthorityId } from '../../shared/kernel/id.ts';
import { RUN_CHANNELS, type RunChannel } from '../../shared/payments/facts.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { createFaults } from '../ui/faults.ts';
import { Form } from '../ui/Form.tsx';
import { Iban } from '../ui/Iban.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { openRun, payer } from './data.ts';

const createOpening = (authority: () => string, channels: () => readonly RunChannel[]) => {
  const navigate = useNavigate();
  const act = createAct();
  const faults = createFaults();
  const [day, setDay] = createSignal(partsOfDay(undefined));
  const [chosen, setChosen] = createSignal<RunChannel>();
  // One form opens one run, however often the button is pressed.
  const run = crypto.randomUUID();
  const channel = () => chosen() ?? (channels().length === 1 ? channels()[0] : undefined);
  const open = async () => {
    const read = dayOfParts(day());
    const how = channel();
    const isFilled = faults.found([
      ...(read.ok ? [] : [{ name: 'executionDay', text: t(`payments.open.${read.refusal}`) }]),
      ...(how === undefined ? [{ name: 'channel', text: t('payments.open.no-channel') }] : []),
    ]);
    if (!isFilled || !read.ok || how === undefined) return;
    const body = { authority: authority() as AuthorityId, executionDay: read.value, channel: how };
    if (await act.run(() => openRun(run, body))) navigate(`/payments/runs/${run}`);
  };
  return { act, faults, day, setDay, channel, setChosen, open };
};

/** Opens a run: on which day the bank shall pay, and which way the order takes. */
export const OpenRunForm = (props: { authority: string }) => {
  const from = createAsync(() => payer(props.authority));
  const channels = () => RUN_CHANNELS.filter((one) => from()?.channels.includes(one) ?? false);
  const form = createOpening(() => props.authority, channels);
  return (
    <Show when={from()} fallback={<Alert kind="warning" title={t('payments.open.no-payer')} />}>
      {(account) => (
        <Form onSubmit={() => void form.open()}>
          <ErrorSummary faults={form.faults.all()} />
          <p class="kern-body">
            {t('payments.open.payer')} <Isolate>{account().name}</Isolate>, <Iban iban={account().iban} />
          </p>
          <DateInput
            name="executionDay"
            label={t('payments.open.day')}
            hint={t('payments.open.day-hint')}
            error={form.faults.at('executionDay')}
            value={form.day()}
            onInput={form.setDay}
          />
          <Radios
            name="channel"
            label={t('payments.open.channel')}
            hint={t('payments.open.channel-hint')}
            error={form.faults.at('channel')}
            value={form.channel()}
            options={channels().map((value) => ({ value, label: t(`payments.channel.${value}.explained`) }))}
            onInput={(value) => form.setChosen(RUN_CHANNELS.find((one) => one === value))}
          />
          <Show when={form.act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
          <div class="actions">
            <Button type="submit" busy={form.act.busy()}>
              {t('payments.open.action')}
            </Button>
          </div>
        </Form>
      )}
    </Show>
  );
};
