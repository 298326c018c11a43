import { createAsync, useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { Count, NotLoaded, YearReport } from '../../shared/ledger/wire.ts';
import { numberText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { Page } from '../ui/Page.tsx';
import { Table, type Column } from '../ui/Table.tsx';
import { fullReport } from './data.ts';

interface Row extends Count {
  readonly name: string;
}

const columns = (first: string): Column<Row>[] => [
  { title: first, cell: (row) => <Isolate>{row.name}</Isolate> },
  { title: t('ledger.report.entries'), numeric: true, cell: (row) => numberText(row.entries, language()) },
  { title: t('ledger.report.granted'), numeric: true, cell: (row) => <Money cents={row.cents} /> },
];

const byAmount = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => b.cents - a.cents);

const named = (counts: Readonly<Record<string, Count>>): Row[] =>
  byAmount(
    Object.entries(counts).map(([name, count]) => ({
      ...count,
      name: name === 'unknown' ? t('ledger.report.unknown') : name,
    })),
  );

const Year = (props: { report: YearReport }) => (
  <div class="stack">
    <Table
      caption={t('ledger.report.funders', { year: props.report.year })}
      columns={columns(t('ledger.entry.funder'))}
      rows={byAmount(Object.values(props.report.funders))}
    />
    <Table
      caption={t('ledger.report.fields', { year: props.report.year })}
      columns={columns(t('ledger.entry.field'))}
      rows={named(props.report.policyFields)}
    />
  </div>
);

/** What the city's files hold and the totals do not. */
const Missing = (props: { found: NotLoaded }) => {
  const rows = (): Row[] => [
    { ...props.found.waiting, name: t('ledger.report.waiting') },
    ...props.found.refused.map((one) => ({ ...one, name: t(`ledger.report.why.${one.why}`) })),
  ];
  const shown = () => rows().filter(({ entries }) => entries > 0);
  return (
    <Show when={shown().length > 0}>
      <Table
        caption={t('ledger.report.not-loaded')}
        columns={[
          { title: t('ledger.report.reason'), cell: (row) => row.name },
          { title: t('ledger.report.entries'), numeric: true, cell: (row) => numberText(row.entries, language()) },
          { title: t('ledger.report.amount'), numeric: true, cell: (row) => <Money cents={row.cents} /> },
        ]}
        rows={shown()}
      />
    </Show>
  );
};

/** Stored totals by year; a year is opened by its link. */
export const ReportsPage = () => {
  const [search] = useSearchParams();
  const report = createAsync(() => fullReport());
  const found = () => report()?.items;
  const chosen = () => found()?.find((report) => String(report.year) === search['year']) ?? found()?.[0];
  const years = (): Row[] => (found() ?? []).map((report) => ({ ...report.granted, name: String(report.year) }));
  return (
    <Show when={found()}>
      <Page title={t('ledger.report.title')} lead={t('ledger.report.lead')}>
        <Table
          caption={t('ledger.report.years')}
          columns={columns(t('ledger.list.year'))}
          rows={years()}
          empty={t('ledger.report.empty')}
        />
        <Show when={report()}>{(all) => <Missing found={all().notLoaded} />}</Show>
        <nav aria-label={t('ledger.list.year')}>
          <ul class="plain-list row">
            <For each={found()}>
              {(report) => (
                <li>
                  <a
                    class="kern-link kern-link--no-visited-state"
                    href={`/reports?year=${report.year}`}
                    aria-current={chosen()?.year === report.year ? 'page' : undefined}
                  >
                    {report.year}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <Show when={chosen()}>{(report) => <Year report={report()} />}</Show>
      </Page>
    </Show>
  );
};
