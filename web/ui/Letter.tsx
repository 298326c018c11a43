import { For, Match, Show, Switch, type JSX } from 'solid-js';
import type { Block, Grid, Inline, NoticeContent, Table as LetterTable, Text } from '../../shared/notices/content.ts';

const shown = (piece: Inline): JSX.Element => {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return <strong>{piece.strong}</strong>;
  return <bdi>{piece.typed}</bdi>;
};

const Piece = (props: { piece: Inline }) => <>{shown(props.piece)}</>;

const Line = (props: { text: Text }) => <For each={props.text}>{(piece) => <Piece piece={piece} />}</For>;

const Paragraph = (props: { text: Text }) => (
  <p class="kern-body">
    <Line text={props.text} />
  </p>
);

const Amounts = (props: { table: LetterTable }) => (
  <div class="table-scroll" role="region" aria-label={props.table.head.join(', ')} tabindex={0}>
    <table class="kern-table kern-table--small">
      <thead>
        <tr>
          <th class="kern-table__header" scope="col">
            {props.table.head[0]}
          </th>
          <th class="kern-table__header kern-table__header--numeric" scope="col">
            {props.table.head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={[...props.table.rows, props.table.sum]}>
          {(row) => (
            <tr>
              <th class="kern-table__cell" scope="row">
                <Piece piece={row.label} />
              </th>
              <td class="kern-table__cell kern-table__cell--numeric">{row.amount}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
);

const Columns = (props: { grid: Grid }) => (
  <div
    class="table-scroll"
    role="region"
    aria-label={props.grid.columns.map(({ head }) => head).join(', ')}
    tabindex={0}
  >
    <table class="kern-table kern-table--small">
      <thead>
        <tr>
          <For each={props.grid.columns}>
            {({ head, align }) => (
              <th class={`kern-table__header${align === 'right' ? ' kern-table__header--numeric' : ''}`} scope="col">
                {head}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={[...props.grid.rows, ...(props.grid.sum === undefined ? [] : [props.grid.sum])]}>
          {(row) => (
            <tr>
              <For each={row}>
                {(cell, at) => (
                  <td
                    class={`kern-table__cell${props.grid.columns[at()]?.align === 'right' ? ' kern-table__cell--numeric' : ''}`}
                  >
                    <Piece piece={cell} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </div>
);

const Part = (props: { block: Block }) => {
  const is = <K extends Block['kind']>(kind: K) =>
    props.block.kind === kind ? (props.block as Extract<Block, { kind: K }>) : undefined;
  return (
    <Switch>
      <Match when={is('paragraph') ?? is('remedy')}>{(block) => <Paragraph text={block().text} />}</Match>
      <Match when={is('table')}>{(block) => <Amounts table={block()} />}</Match>
      <Match when={is('grid')}>{(block) => <Columns grid={block()} />}</Match>
      <Match when={is('qr')}>{(block) => <Paragraph text={block().caption} />}</Match>
      <Match when={is('list')}>
        {(block) => (
          <ol class="kern-body stack" start={block().first}>
            <For each={block().items}>
              {(item) => (
                <li>
                  <strong>{item.name}</strong> <Line text={item.text} />
                  <For each={item.more ?? []}>{(more) => <Part block={more} />}</For>
                </li>
              )}
            </For>
          </ol>
        )}
      </Match>
    </Switch>
  );
};

/** A notice as accessible text, word for word what its PDF says; German in every language of the page. */
export const Letter = (props: { content: NoticeContent }) => (
  <article class="letter stack" lang="de" dir="ltr">
    <p class="kern-body">
      {props.content.head.authority}
      <br />
      {props.content.head.street}, {props.content.head.town}
    </p>
    <p class="kern-body">
      <For each={props.content.head.addressee}>
        {(line) => (
          <>
            <bdi>{line}</bdi>
            <br />
          </>
        )}
      </For>
    </p>
    <p class="kern-body">
      <For each={props.content.head.details}>
        {(detail) => (
          <>
            {detail.label}: {detail.text}
            <br />
          </>
        )}
      </For>
    </p>
    <h2 class="kern-heading-medium">
      <Line text={props.content.subject} />
    </h2>
    <For each={props.content.reference}>{(text) => <Paragraph text={text} />}</For>
    <For each={props.content.opening}>{(text) => <Paragraph text={text} />}</For>
    <For each={props.content.sections}>
      {(section) => (
        <section class="stack">
          <h3 class="kern-heading-small">{section.heading}</h3>
          <For each={section.blocks}>{(block) => <Part block={block} />}</For>
        </section>
      )}
    </For>
    <p class="kern-body">
      {props.content.signature.closing}
      <br />
      <bdi>{props.content.signature.name}</bdi>
      <br />
      {props.content.signature.role}
    </p>
    <p class="kern-body kern-body--small">
      <Line text={props.content.signature.note} />
    </p>
    <Show when={props.content.attachments.length > 0}>
      <For each={props.content.attachments}>{(text) => <Paragraph text={text} />}</For>
    </Show>
  </article>
);
