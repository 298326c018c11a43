import { createAsync } from '@solidjs/router';
import { Show } from 'solid-js';
import type { RunLine } from '../../shared/payments/wire.ts';
import { dayText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { Money } from '../ui/Money.tsx';
import { PagedList } from '../ui/PagedList.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { runs } from './data.ts';
import { Frame } from './Frame.tsx';
import { isCertifier } from './offices.ts';
import { OpenRunForm } from './OpenRunForm.tsx';
import { kindOfRun } from './stages.ts';

const RunCard = (props: { run: RunLine }) => (
  <article class="entry stack stack--close">
    <div class="work-line">
      <h2 class="kern-title kern-title--small">
        <a class="kern-link kern-link--no-visited-state" href={`/payments/runs/${props.run.run}`}>
          {t('payments.run.title', { day: dayText(props.run.executionDay, language()) })}
        </a>
      </h2>
      <p class="claim-amount">
        <Money cents={props.run.sumCents} />
      </p>
    </div>
    <p class="row kern-body kern-body--small">
      <StatusTag kind={kindOfRun(props.run.stage)} text={t(`payments.run-stage.${props.run.stage}`)} />
      <span>{t('payments.run.items', { count: props.run.count })}</span>
      <span>{t(`payments.channel.${props.run.channel}.name`)}</span>
      <Show when={props.run.returned > 0}>
        <StatusTag kind="danger" text={t('payments.run.returned', { count: props.run.returned })} />
      </Show>
    </p>
  </article>
);

const Runs = (props: { authority: string }) => {
  const first = createAsync(() => runs(props.authority));
  return (
    <PagedList
      label={t('payments.runs.title')}
      empty={t('payments.runs.empty')}
      first={first()}
      more={(cursor) => runs(props.authority, cursor)}
    >
      {(run) => <RunCard run={run} />}
    </PagedList>
  );
};

/** The payment runs of an authority, the newest first. */
export const RunsPage = () => (
  <Frame name="runs">
    {(authority) => (
      <>
        <Show when={isCertifier(authority())}>
          <Accordion title={t('payments.open.title')}>
            <OpenRunForm authority={authority()} />
          </Accordion>
        </Show>
        <Runs authority={authority()} />
      </>
    )}
  </Frame>
);
