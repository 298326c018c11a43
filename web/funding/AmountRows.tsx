import { Index, Show } from 'solid-js';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { Question } from '../../shared/programmes/form.ts';
import { ownOf } from '../../shared/kernel/own.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import type { FieldProps } from '../ui/field.ts';
import { Fieldset } from '../ui/Fieldset.tsx';
import { Money } from '../ui/Money.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { optionText } from './question-text.ts';
import { changedRow, type TypedRow } from './typed-rows.ts';

interface AmountRowsProps {
  readonly field: FieldProps;
  readonly question: Question & { kind: 'amounts' };
  readonly rows: readonly TypedRow[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onRows: (rows: readonly TypedRow[]) => void;
}

/** Rows of the financing plan, each with its kind, what it is and how much; the sum grows while typing. */
export const AmountRows = (props: AmountRowsProps) => {
  const change = (index: number, part: Partial<TypedRow>) =>
    props.onRows(props.rows.map((row, at) => (at === index ? changedRow(props.question, row, part) : row)));
  const add = () => {
    props.onRows([...props.rows, { category: props.question.categories[0] ?? '', label: '', cents: 0 }]);
    const index = props.rows.length - 1;
    requestAnimationFrame(() => document.getElementById(cell(index, 'category'))?.focus());
  };
  const remove = (index: number) => {
    props.onRows(props.rows.filter((_, at) => at !== index));
    announce(t('funding.plan.removed', { number: index + 1 }));
    requestAnimationFrame(() => document.getElementById(`${props.field.name}-add`)?.querySelector('button')?.focus());
  };
  const cell = (index: number, part: string) =>
    index === 0 && part === 'category' ? props.field.name : `${props.field.name}-${index}-${part}`;
  const total = () => props.rows.reduce((sum, row) => sum + row.cents, 0);
  return (
    <Fieldset field={props.field}>
      <div class="kern-fieldset__body">
        <Index each={props.rows}>
          {(row, index) => (
            <div class="amount-row" role="group" aria-label={t('funding.plan.row', { number: index + 1 })}>
              <Select
                name={cell(index, 'category')}
                label={t('funding.plan.category')}
                value={row().category}
                options={props.question.categories.map((value) => ({
                  value,
                  label: optionText(props.field.name, value),
                }))}
                onInput={(category) => change(index, { category })}
              />
              <TextField
                name={cell(index, 'label')}
                label={t('funding.plan.what')}
                value={row().label}
                error={ownOf(props.errors, `${index}.label`)}
                onInput={(label) => change(index, { label })}
              />
              <MoneyInput
                name={cell(index, 'cents')}
                label={t('funding.plan.amount')}
                value={row().cents === 0 ? undefined : (row().cents as Cents)}
                typed={row().typed}
                error={ownOf(props.errors, `${index}.cents`)}
                onInput={(cents, unclear) =>
                  change(index, unclear === undefined ? { cents: cents ?? 0 } : { typed: unclear })
                }
              />
              <Button
                kind="tertiary"
                icon="delete"
                about={row().label || String(index + 1)}
                onClick={() => remove(index)}
              >
                {t('funding.plan.remove')}
              </Button>
            </div>
          )}
        </Index>
        <Show when={props.rows.length < props.question.maxRows}>
          <div id={`${props.field.name}-add`}>
            <Button kind="secondary" icon="add" onClick={add}>
              {t(`funding.plan.add.${props.field.name}`)}
            </Button>
          </div>
        </Show>
        <p class="kern-body kern-body--bold">
          {t(`funding.plan.sum.${props.field.name}`)} <Money cents={total()} />
        </p>
      </div>
    </Fieldset>
  );
};
