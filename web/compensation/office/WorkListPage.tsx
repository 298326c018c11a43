import { createAsync, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { bodyById } from '../../../shared/bodies/directory.ts';
import type { WaitingView } from '../../../shared/compensation/queues.ts';
import type { BatchAnswer, ClaimLine, ClaimQueue } from '../../../shared/compensation/wire.ts';
import { t } from '../../i18n.ts';
import { authorityName } from '../../offices.ts';
import { session } from '../../session.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { More } from '../../ui/More.tsx';
import { OfficialPage } from '../../ui/OfficialPage.tsx';
import { Page } from '../../ui/Page.tsx';
import { paged } from '../../ui/paged.ts';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import { BatchBar } from './BatchBar.tsx';
import { BatchOutcome } from './BatchOutcome.tsx';
import { waiting, workList } from './data.ts';
import { BATCH_MOST, batchOf, busyQueue, busyScope, queuesOf, scopesIn, waitingIn } from './queues.ts';
import { WorkCard } from './WorkCard.tsx';

interface Place {
  readonly queue: ClaimQueue;
  readonly scope: string | undefined;
}

const addressOf = (queue: ClaimQueue, scope: string | undefined): string =>
  `/compensation/work-list?${new URLSearchParams({ queue, ...(scope !== undefined && { scope }) })}`;

const scopeName = (scope: string): string => bodyById(scope)?.name ?? authorityName(scope);

const counted = (text: string, count: string | undefined): string =>
  count === undefined ? text : `${text} (${count})`;

const Views = (props: { queue: ClaimQueue; scope: string; counts: WaitingView['items'] }) => {
  const scopes = () => scopesIn(session(), props.queue);
  /** Where something waits; else the office that is shown stays, if it has such a list. */
  const scopeFor = (queue: ClaimQueue) =>
    waitingIn(props.counts, queue, props.scope) === '0' || !scopesIn(session(), queue).includes(props.scope)
      ? busyScope(session(), props.counts, queue)
      : props.scope;
  return (
    <>
      <ViewLinks
        label={t('compensation.office.queues')}
        links={queuesOf(session()).map((queue) => ({
          href: addressOf(queue, scopeFor(queue)),
          text: counted(t(`compensation.office.queue.${queue}`), waitingIn(props.counts, queue)),
          isHere: queue === props.queue,
        }))}
      />
      <Show when={scopes().length > 1} fallback={<p class="kern-body">{scopeName(props.scope)}</p>}>
        <ViewLinks
          label={t('compensation.office.scopes')}
          links={scopes().map((scope) => ({
            href: addressOf(props.queue, scope),
            text: counted(scopeName(scope), waitingIn(props.counts, props.queue, scope)),
            isHere: scope === props.scope,
          }))}
        />
      </Show>
    </>
  );
};

const List = (props: { queue: ClaimQueue; scope: string }) => {
  const first = createAsync(() => workList(props.queue, props.scope));
  const list = paged(first, (cursor) => workList(props.queue, props.scope, cursor));
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = createSignal<{ answer: BatchAnswer; sent: readonly ClaimLine[] }>();
  const act = () => batchOf(session(), props.queue, props.scope);
  const lines = () => list.items().filter(({ claim }) => chosen().has(claim));
  const choose = (claim: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, claim] : [...before].filter((one) => one !== claim)));
  createEffect(
    on(
      () => [props.queue, props.scope],
      () => {
        setChosen(new Set<string>());
        setOutcome(undefined);
      },
      { defer: true },
    ),
  );
  const choiceOf = (line: ClaimLine) =>
    act() === undefined || line.stage === 'queried'
      ? undefined
      : { checked: chosen().has(line.claim), onInput: (isChosen: boolean) => choose(line.claim, isChosen) };
  const choosable = () => list.items().filter((line) => choiceOf(line) !== undefined);
  return (
    <Show when={first()}>
      <Show when={outcome()}>
        {(told) => <BatchOutcome act={act() ?? 'certify'} answer={told().answer} sent={told().sent} />}
      </Show>
      <Show when={act() !== undefined && choosable().length > 0}>
        <div class="actions">
          <Button
            kind="secondary"
            icon="check"
            onClick={() =>
              setChosen(
                new Set(
                  choosable()
                    .slice(0, BATCH_MOST)
                    .map(({ claim }) => claim),
                ),
              )
            }
          >
            {t('compensation.office.choose-all')}
          </Button>
          <Show when={chosen().size > 0}>
            <Button kind="tertiary" onClick={() => setChosen(new Set<string>())}>
              {t('compensation.office.choose-none')}
            </Button>
          </Show>
        </div>
      </Show>
      <section aria-label={t(`compensation.office.queue.${props.queue}`)}>
        <For each={list.items()} fallback={<p class="kern-body">{t('compensation.office.empty')}</p>}>
          {(line) => <WorkCard line={line} choice={choiceOf(line)} />}
        </For>
      </section>
      <Show when={list.items().length > 0}>
        <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
      </Show>
      <Show when={lines().length > 0 && act()}>
        {(what) => (
          <BatchBar
            act={what()}
            chosen={lines()}
            onDone={(answer, sent) => {
              setChosen(new Set<string>());
              setOutcome({ answer, sent });
            }}
          />
        )}
      </Show>
    </Show>
  );
};

/** What waits for the body's office and for its authority, the oldest first. */
export const WorkListPage = () => {
  const [search] = useSearchParams();
  const counts = createAsync(async () => (session() === undefined ? undefined : waiting()));
  /** Where the page was opened: it stays there when the last claim of a list is done. */
  const start = createMemo<Place | undefined>((before) => {
    const found = counts();
    if (before !== undefined || found === undefined) return before;
    const queue = busyQueue(session(), found);
    return { queue, scope: busyScope(session(), found, queue) };
  });
  const queue = () => queuesOf(session()).find((one) => one === search['queue']) ?? start()?.queue ?? 'certify';
  const scope = () => {
    const scopes = scopesIn(session(), queue());
    const own = start()?.queue === queue() ? start()?.scope : scopes[0];
    return start() && (scopes.find((one) => one === search['scope']) ?? own);
  };
  return (
    <Show when={session() === undefined || start()} fallback={<Loading />}>
      <OfficialPage for={scope()}>
        {(here) => (
          <Page title={t('compensation.office.title')} lead={t(`compensation.office.lead.${queue()}`)}>
            <Views queue={queue()} scope={here()} counts={counts.latest ?? []} />
            <List queue={queue()} scope={here()} />
            <Show when={here().startsWith('be-')}>
              <div class="actions">
                <LinkButton href={`/compensation/reportable?authority=${here()}`} kind="tertiary">
                  {t('compensation.office.to-reportable')}
                </LinkButton>
              </div>
            </Show>
          </Page>
        )}
      </OfficialPage>
    </Show>
  );
};
