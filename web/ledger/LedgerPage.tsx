import { createAsync, useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { entries, filterOf, reports, type Filter } from './data.ts';
import { nothingShown } from './nothing-shown.ts';
import { EntryCard } from './EntryCard.tsx';

const Search = (props: { filter: Filter }) => {
  const navigate = useNavigate();
  const years = createAsync(() => reports());
  const [words, setWords] = createSignal(props.filter.q ?? '');
  const [year, setYear] = createSignal(props.filter.year ?? '');
  const find = () => {
    const asked = new URLSearchParams();
    if (words().trim() !== '') asked.set('q', words().trim());
    if (year() !== '') asked.set('year', year());
    navigate(`/ledger?${asked}`, { scroll: false });
  };
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <TextField name="q" label={t('ledger.list.search')} value={words()} onInput={setWords} />
      <Select
        name="year"
        label={t('ledger.list.year')}
        empty={t('ledger.list.every-year')}
        value={year()}
        options={(years() ?? []).map((report) => ({ value: String(report.year), label: String(report.year) }))}
        onInput={setYear}
      />
      <Button type="submit">{t('ledger.list.find')}</Button>
    </form>
  );
};

/** Who got how much for what: for everybody, searchable, downloadable, verifiable. */
export const LedgerPage = () => {
  const [search] = useSearchParams();
  const filter = () => filterOf(search);
  const isSearch = () => Object.keys(filter()).length > 0;
  const first = createAsync(() => entries(filter()));
  const list = paged(first, (cursor) => entries(filter(), cursor));
  return (
    <Page title={t('ledger.list.title')} lead={t('ledger.list.lead')}>
      <div class="actions">
        <LinkButton href="/ledger/verify" kind="secondary" icon="check">
          {t('ledger.list.verify')}
        </LinkButton>
        <LinkButton href="/open-data/zuwendungen.csv" kind="secondary" icon="download" external>
          {t('ledger.list.csv')}
        </LinkButton>
        <LinkButton href="/ledger/compensation" kind="tertiary">
          {t('ledger.list.compensation')}
        </LinkButton>
        <LinkButton href="/reports" kind="tertiary">
          {t('ledger.list.reports')}
        </LinkButton>
        <LinkButton href="/open-data" kind="tertiary">
          {t('ledger.list.open-data')}
        </LinkButton>
      </div>
      <Search filter={filter()} />
      <Show when={isSearch()}>
        <a class="kern-link kern-link--no-visited-state" href="/ledger">
          {t('ledger.list.reset')}
        </a>
      </Show>
      <Show when={first()}>
        <section class="stack" aria-label={t('ledger.list.results')}>
          <For
            each={list.items()}
            fallback={<p class="kern-body">{t(nothingShown(filter(), list.next() !== undefined))}</p>}
          >
            {(one) => <EntryCard entry={one} />}
          </For>
        </section>
        <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
      </Show>
    </Page>
  );
};
