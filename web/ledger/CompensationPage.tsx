import { createAsync } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { CompensationCell, CompensationQuarter, CompensationYear } from '../../shared/ledger/wire.ts';
import { numberText } from '../format.ts';
import { language, paragraphs, t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Money } from '../ui/Money.tsx';
import { Page } from '../ui/Page.tsx';
import { Table, type Column } from '../ui/Table.tsx';
import { compensation } from './data.ts';
import { quarterText } from './entry-text.ts';

/** A line of the table: a body, or all of them together, whose persons are not counted since they overlap. */
interface Row {
  readonly name: string | undefined;
  readonly persons?: number;
  readonly sittings: number;
  readonly cents: number;
  readonly entry?: string;
}

const columns = (): Column<Row>[] => [
  {
    title: t('ledger.compensation.body'),
    cell: (row) => {
      const name = () => (row.name === undefined ? t('ledger.compensation.total') : <bdi lang="de">{row.name}</bdi>);
      return (
        <Show when={row.entry} fallback={name()}>
          {(entry) => (
            <a class="kern-link kern-link--no-visited-state" href={`/ledger/entries/${entry()}`}>
              {name()}
            </a>
          )}
        </Show>
      );
    },
  },
  { title: t('ledger.compensation.amount'), numeric: true, cell: (row) => <Money cents={row.cents} /> },
  {
    title: t('ledger.entry.persons'),
    numeric: true,
    cell: (row) => (row.persons === undefined ? '–' : numberText(row.persons, language())),
  },
  { title: t('ledger.entry.sittings'), numeric: true, cell: (row) => numberText(row.sittings, language()) },
];

const rowsOf = ({ bodies, total }: CompensationQuarter): Row[] => [
  ...bodies.flatMap(({ name, figures }) => (figures === undefined ? [] : [{ name, ...figures }])),
  ...(total === undefined ? [] : [{ name: undefined, ...total }]),
];

/** Nothing tells a body without payments from one whose persons must be protected. */
const Withheld = (props: { bodies: readonly CompensationCell[] }) => (
  <Show when={props.bodies.length > 0}>
    <h3 class="kern-heading-small">{t('ledger.compensation.withheld')}</h3>
    <p class="kern-body measure">{t('ledger.compensation.withheld-text')}</p>
    <ul class="kern-list kern-list--bullet">
      <For each={props.bodies}>
        {({ name }) => (
          <li>
            <bdi lang="de">{name}</bdi>
          </li>
        )}
      </For>
    </ul>
  </Show>
);

const Quarter = (props: { quarter: CompensationQuarter }) => {
  const name = () => quarterText(props.quarter.quarter);
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{name()}</h2>
      <Table
        caption={t('ledger.compensation.figures', { quarter: name() })}
        captioned
        columns={columns()}
        rows={rowsOf(props.quarter)}
        empty={t('ledger.compensation.none')}
      />
      <p class="kern-body kern-body--small">
        {t('ledger.compensation.published')} <DayText day={props.quarter.publishedOn} />
      </p>
      <Withheld bodies={props.quarter.bodies.filter(({ figures }) => figures === undefined)} />
    </section>
  );
};

const yearRows = (years: readonly CompensationYear[]) =>
  years.map(({ year, name, figures }) => ({ year, name, ...figures }));

const Years = (props: { years: readonly CompensationYear[] }) => (
  <Show when={props.years.length > 0}>
    <Table
      caption={t('ledger.compensation.years')}
      columns={[
        {
          title: t('ledger.compensation.body'),
          cell: (row) => (
            <>
              <bdi lang="de">{row.name}</bdi>, {row.year}
            </>
          ),
        },
        { title: t('ledger.entry.sittings'), numeric: true, cell: (row) => numberText(row.sittings, language()) },
        { title: t('ledger.compensation.amount'), numeric: true, cell: (row) => <Money cents={row.cents} /> },
      ]}
      rows={yearRows(props.years)}
    />
  </Show>
);

/** What volunteers on bodies were paid, as figures of groups; natural persons are never in the ledger. */
export const CompensationPage = () => {
  const found = createAsync(() => compensation());
  return (
    <Show when={found()}>
      {(shown) => (
        <Page title={t('ledger.compensation.title')} lead={t('ledger.compensation.lead')}>
          <For each={shown().items} fallback={<p class="kern-body">{t('ledger.compensation.empty')}</p>}>
            {(quarter) => <Quarter quarter={quarter} />}
          </For>
          <Years years={shown().years} />
          <section class="prose">
            <h2 class="kern-heading-medium">{t('ledger.compensation.why')}</h2>
            <ul class="kern-list kern-list--bullet">
              <For each={paragraphs('ledger.compensation.rules')}>{(rule) => <li>{rule}</li>}</For>
            </ul>
            <p class="kern-body">{t('ledger.compensation.verify')}</p>
          </section>
          <div class="actions">
            <LinkButton href="/open-data/aufwandsentschaedigungen.csv" kind="secondary" icon="download" external>
              {t('ledger.compensation.csv')}
            </LinkButton>
            <LinkButton href="/ledger/verify" kind="secondary" icon="check">
              {t('ledger.list.verify')}
            </LinkButton>
          </div>
        </Page>
      )}
    </Show>
  );
};
