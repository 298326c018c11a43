import { createAsync, revalidate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { RunView } from '../../shared/payments/wire.ts';
import { dayText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { authorityName } from '../offices.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { StatusTag } from '../ui/StatusTag.tsx';
import { runItems, runView } from './data.ts';
import { isPayer } from './offices.ts';
import { RunActs } from './RunActs.tsx';
import { Collecting, Findings, RunSummary, RunWay } from './RunFacts.tsx';
import { RunRejection } from './RunRejection.tsx';
import { RunItems } from './RunItems.tsx';
import { kindOfRun } from './stages.ts';
import { watch } from './watched.ts';

const Run = (props: { run: RunView }) => {
  const first = createAsync(() => runItems(props.run.run));
  const list = paged(first, (cursor) => runItems(props.run.run, cursor));
  watch(
    () => props.run.isCollecting,
    () => revalidate([runView.keyFor(props.run.run), runItems.key]),
  );
  return (
    <Page
      title={t('payments.run.title', { day: dayText(props.run.executionDay, language()) })}
      above={
        <p class="kern-preline">
          <bdi lang="de">{authorityName(props.run.authority)}</bdi>
        </p>
      }
      lead={t(`payments.run-next.${props.run.stage}`)}
    >
      <p>
        <StatusTag kind={kindOfRun(props.run.stage)} text={t(`payments.run-stage.${props.run.stage}`)} />
      </p>
      <Collecting run={props.run} />
      <Findings run={props.run} items={list.items()} />
      <RunSummary run={props.run} />
      <RunActs run={props.run} isPayer={isPayer(props.run.authority)} />
      <RunRejection run={props.run} />
      <RunWay run={props.run} />
      <Show when={first()}>
        <RunItems run={props.run} items={list.items()} />
        <Show when={list.items().length > 0}>
          <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
        </Show>
      </Show>
      <div class="actions">
        <LinkButton href={`/payments/runs?authority=${props.run.authority}`} kind="tertiary" icon="back">
          {t('payments.run.back')}
        </LinkButton>
      </div>
    </Page>
  );
};

/** One payment run: what is in it, what stands against it, and who may take the next step. */
export const RunPage = () => {
  const params = useParams<{ run: string }>();
  const found = createAsync(() => runView(params.run));
  return <Show when={found()}>{(run) => <Run run={run()} />}</Show>;
};
