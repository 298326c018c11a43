import { For, Show, type JSX } from 'solid-js';

export interface Column<R> {
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (row: R) => JSX.Element;
}

/** A table that scrolls by itself on narrow screens, also by keyboard. The first column names the row. */
export const Table = <R,>(props: {
  caption: string;
  /** The caption is heard only, where the same words already stand above. */
  captioned?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** Too many columns for a phone: it scrolls there instead of breaking every word. */
  wide?: boolean;
  footer?: readonly JSX.Element[];
  empty?: string;
}) => (
  <Show when={props.rows.length > 0 || props.empty === undefined} fallback={<p class="kern-body">{props.empty}</p>}>
    <div class="table-scroll" role="region" aria-label={props.caption} tabindex={0}>
      <table class="kern-table" classList={{ 'table-wide': props.wide ?? false }}>
        <caption class={props.captioned ? 'heard' : 'kern-heading-small'}>{props.caption}</caption>
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            <For each={props.columns}>
              {(column) => (
                <th
                  class="kern-table__header"
                  classList={{ 'kern-table__header--numeric': column.numeric ?? false }}
                  scope="col"
                >
                  {column.title}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody class="kern-table__body">
          <For each={props.rows}>{(row) => <TableRow columns={props.columns} row={row} />}</For>
        </tbody>
        <Show when={props.footer}>
          {(cells) => (
            <tfoot class="kern-table__footer">
              <tr class="kern-table__row">
                <For each={cells()}>
                  {(cell, index) => (
                    <td
                      class="kern-table__cell"
                      classList={{ 'kern-table__cell--numeric': props.columns[index()]?.numeric ?? false }}
                    >
                      {cell}
                    </td>
                  )}
                </For>
              </tr>
            </tfoot>
          )}
        </Show>
      </table>
    </div>
  </Show>
);

const TableRow = <R,>(props: { columns: readonly Column<R>[]; row: R }) => (
  <tr class="kern-table__row">
    <For each={props.columns}>
      {(column, index) => (
        <Show
          when={index() === 0}
          fallback={
            <td class="kern-table__cell" classList={{ 'kern-table__cell--numeric': column.numeric ?? false }}>
              {column.cell(props.row)}
            </td>
          }
        >
          <th class="kern-table__cell" scope="row">
            {column.cell(props.row)}
          </th>
        </Show>
      )}
    </For>
  </tr>
);
