import { For, Show } from 'solid-js';
import type { PaymentId } from '../../shared/kernel/id.ts';
import type { RunItem, RunView } from '../../shared/payments/wire.ts';
import { language, t } from '../i18n.ts';
import { numberText } from '../format.ts';
import { Alert } from '../ui/Alert.tsx';
import { DayText, InstantText } from '../ui/DayText.tsx';
import { Iban } from '../ui/Iban.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { Timeline, type Step } from '../ui/Timeline.tsx';
import { reachedBy, RUN_WAY } from './stages.ts';

/** The act by which a run comes to each place. */
const ARRIVALS: Readonly<Partial<Record<(typeof RUN_WAY)[number], string>>> = {
  open: 'opened',
  closed: 'closed',
  released: 'released',
  sent: 'transmitted',
};

/** Where the run is, with who did what. */
export const RunWay = (props: { run: RunView }) => {
  const steps = (): Step[] => {
    const reached = reachedBy(props.run.stage);
    return RUN_WAY.map((mile, index) => {
      const step = index <= reached ? props.run.steps.findLast((one) => one.act === ARRIVALS[mile]) : undefined;
      const isLast = props.run.stage === 'booked' && index === reached;
      return {
        state: index < reached || isLast ? 'done' : index === reached ? 'current' : 'open',
        title: t(`payments.way.${mile}`),
        ...(step !== undefined && {
          detail: (
            <>
              <InstantText at={step.at} /> · <Isolate>{step.by}</Isolate>
            </>
          ),
        }),
      };
    });
  };
  return (
    <Show when={reachedBy(props.run.stage) >= 0}>
      <Timeline label={t('payments.way.label')} steps={steps()} />
    </Show>
  );
};

/** How far the collecting is; the page asks again by itself. */
export const Collecting = (props: { run: RunView }) => (
  <div role="status">
    <Show when={props.run.isCollecting}>
      <Alert kind="info" title={t('payments.run.collecting')}>
        <p class="kern-body">
          {t('payments.run.collected', {
            looked: numberText(props.run.collected, language()),
            taken: numberText(props.run.count, language()),
          })}
        </p>
        <progress class="progress" aria-label={t('payments.run.collecting')} />
      </Alert>
    </Show>
  </div>
);

/** What stands against closing, each with the items concerned. */
export const Findings = (props: { run: RunView; items: readonly RunItem[] }) => {
  const nameOf = (payment: PaymentId) => {
    const item = props.items.find((one) => one.payment === payment);
    return item === undefined ? payment : `${item.holder} (${item.endToEndId})`;
  };
  const findings = () => props.run.findings.filter(({ finding }) => finding !== 'still-collecting');
  return (
    <Show when={!props.run.isCollecting && findings().length > 0}>
      <Alert kind="warning" title={t('payments.findings.title', { count: findings().length })}>
        <ul class="kern-list kern-list--bullet">
          <For each={findings()}>
            {(found) => (
              <li>
                {t(`payments.finding.${found.finding}`)}
                <Show when={found.payments.length > 0}>
                  <ul class="kern-list kern-list--bullet">
                    <For each={found.payments}>
                      {(payment) => (
                        <li>
                          <Isolate>{nameOf(payment)}</Isolate>
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Alert>
    </Show>
  );
};

const hashed = (term: string, text: string | undefined): SummaryItem[] =>
  text === undefined ? [] : [{ term, value: <bdi class="hash">{text}</bdi> }];

/** Totals and what identifies the file. */
export const RunSummary = (props: { run: RunView }) => (
  <Summary
    title={t('payments.run.about')}
    items={[
      { term: t('payments.run.count'), value: numberText(props.run.count, language()) },
      { term: t('payments.run.sum'), value: <Money cents={props.run.sumCents} /> },
      { term: t('payments.open.day'), value: <DayText day={props.run.executionDay} /> },
      { term: t('payments.open.channel'), value: t(`payments.channel.${props.run.channel}.name`) },
      {
        term: t('payments.run.payer'),
        value: (
          <>
            <Isolate>{props.run.payer.name}</Isolate>, <Iban iban={props.run.payer.iban} />
          </>
        ),
      },
      ...(props.run.booked + props.run.returned === 0
        ? []
        : [
            { term: t('payments.run.booked-count'), value: numberText(props.run.booked, language()) },
            { term: t('payments.run.returned-count'), value: numberText(props.run.returned, language()) },
          ]),
      ...hashed(t('payments.run.message'), props.run.messageId),
      ...hashed(t('payments.run.hash'), props.run.fileSha256),
    ]}
  />
);
