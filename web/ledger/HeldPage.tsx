import { createAsync } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { MOST_AT_ONCE } from '../../shared/ledger/office-wire.ts';
import type { EntryId } from '../../shared/kernel/id.ts';
import { t } from '../i18n.ts';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { HeldCard } from './HeldCard.tsx';
import { heldRows, publishRows } from './office-data.ts';

const Together = (props: { entries: readonly EntryId[]; onDone: () => void }) => {
  const act = (as: 'asItStands' | 'withoutName', action: string) => (
    <ConfirmAct
      action={action}
      kind="secondary"
      title={t('ledger.held.confirm-title')}
      confirm={t('ledger.held.confirm')}
      done={t('ledger.held.done')}
      send={async (intent) => {
        const answer = await publishRows({ as, entries: [...props.entries] }, intent);
        if (answer.ok) props.onDone();
        return answer;
      }}
    >
      <p class="kern-body">{t('ledger.held.chosen', { count: props.entries.length })}</p>
      <p class="kern-body">{t('ledger.held.confirm-text')}</p>
    </ConfirmAct>
  );
  return (
    <Show when={props.entries.length > 0}>
      <div class="actions">
        <p class="kern-body" role="status">
          {t('ledger.held.chosen', { count: props.entries.length })}
        </p>
        {act('asItStands', t('ledger.held.as-it-stands'))}
        {act('withoutName', t('ledger.held.without-name'))}
      </div>
    </Show>
  );
};

/** What was loaded and may tell of a natural person: a person looks before anything is published. */
export const HeldPage = () => {
  const first = createAsync(() => heldRows());
  const list = paged(first, (cursor) => heldRows(cursor));
  const [chosen, setChosen] = createSignal<readonly EntryId[]>([]);
  const choose = (id: EntryId, isChosen: boolean) => {
    const others = chosen().filter((one) => one !== id);
    setChosen(isChosen && others.length < MOST_AT_ONCE ? [...others, id] : others);
  };
  return (
    <Show when={first()}>
      {(found) => (
        <Page title={t('ledger.held.title')} lead={t('ledger.held.lead')}>
          <Together entries={chosen()} onDone={() => setChosen([])} />
          <section class="stack" aria-label={t('ledger.held.title')}>
            <For each={list.items()} fallback={<p class="kern-body">{t('ledger.held.empty')}</p>}>
              {(row) => (
                <HeldCard
                  row={row}
                  mayDecide={found().mayDecide}
                  chosen={chosen().includes(row.id)}
                  onChoose={(isChosen) => choose(row.id, isChosen)}
                />
              )}
            </For>
          </section>
          <Show when={list.items().length > 0}>
            <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
          </Show>
        </Page>
      )}
    </Show>
  );
};
