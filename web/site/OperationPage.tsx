import { createAsync } from '@solidjs/router';
import { Show } from 'solid-js';
import type { OperationTasks, TaskLine } from '../../shared/kernel/operation.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { session } from '../session.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { OfficialPage } from '../ui/OfficialPage.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Table, type Column } from '../ui/Table.tsx';
import { driveAgain, health, operationTasks } from './operation-data.ts';

const KIND = { open: 'info', failing: 'warning', parked: 'danger' } as const;

const minutes = (seconds: number): string => t('site.operation.age', { count: Math.floor(seconds / 60) });

const Health = () => {
  const found = createAsync(() => health());
  const unwell = () => found()?.unwell ?? [];
  return (
    <p class="kern-body row">
      <Show when={found()} fallback={<StatusTag kind="danger" text={t('site.operation.health.silent')} />}>
        {(now) => (
          <>
            <Show
              when={unwell().length > 0}
              fallback={<StatusTag kind="success" text={t('site.operation.health.ok')} />}
            >
              {unwell().map((part) => (
                <StatusTag kind="warning" text={t(`site.operation.health.${part}`)} />
              ))}
            </Show>
            <span>{t('site.operation.version', { version: now().version })}</span>
          </>
        )}
      </Show>
    </p>
  );
};

const Again = (props: { line: TaskLine }) => {
  const act = createAct();
  const press = async () => {
    if (await act.run((intent) => driveAgain(props.line.id, intent))) announce(t('site.operation.driven'));
  };
  return (
    <Show when={props.line.state !== 'open'} fallback="–">
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <Button kind="secondary" busy={act.busy()} about={props.line.kind} onClick={() => void press()}>
        {t('site.operation.again')}
      </Button>
    </Show>
  );
};

const columns = (): Column<TaskLine>[] => [
  { title: t('site.operation.kind'), cell: (line) => <code>{line.kind}</code> },
  {
    title: t('site.operation.state'),
    cell: (line) => <StatusTag kind={KIND[line.state]} text={t(`site.operation.states.${line.state}`)} />,
  },
  { title: t('site.operation.attempts'), numeric: true, cell: (line) => String(line.attempts) },
  { title: t('site.operation.reason'), cell: (line) => <code>{line.reason ?? '–'}</code> },
  { title: t('site.operation.since'), cell: (line) => minutes(line.ageSeconds) },
  { title: t('site.operation.act'), cell: (line) => <Again line={line} /> },
];

const Tasks = (props: { found: OperationTasks }) => (
  <>
    <p class="kern-body">
      {t('site.operation.figures', { open: props.found.figures.open, parked: props.found.figures.parked })}
    </p>
    <Show when={props.found.setAside > 0}>
      <Alert kind="warning" title={t('site.operation.set-aside', { count: props.found.setAside })} />
    </Show>
    <Table
      caption={t('site.operation.tasks')}
      columns={columns()}
      rows={props.found.items}
      wide
      empty={t('site.operation.none')}
    />
  </>
);

/** How the portal runs, for those who run it: nothing here tells of a person or a case. */
export const OperationPage = () => {
  const operator = () => session()?.roles.find((held) => held.role === 'admin' && held.scope === '*');
  const found = createAsync(async () => (operator() === undefined ? undefined : operationTasks()));
  return (
    <OfficialPage for={operator()}>
      {() => (
        <Page title={t('site.operation.title')} lead={t('site.operation.lead')}>
          <Health />
          <Show when={found()}>{(tasks) => <Tasks found={tasks()} />}</Show>
        </Page>
      )}
    </OfficialPage>
  );
};
