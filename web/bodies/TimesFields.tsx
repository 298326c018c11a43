import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { TextField } from '../ui/TextField.tsx';
import { endsEarlier, type TypedTimes } from './times.ts';

/** Day, beginning and end of a sitting. */
export const TimesFields = (props: {
  typed: TypedTimes;
  /** The day is known and need not be asked for. */
  hoursOnly?: boolean;
  /** Tells the fields of two forms on one page apart. */
  prefix?: string;
  errorAt: (name: string) => string | undefined;
  onInput: (part: Partial<TypedTimes>) => void;
}) => {
  const id = (name: string): string => `${props.prefix ?? ''}${name}`;
  return (
    <>
      <Show when={!props.hoursOnly}>
        <DateInput
          name={id('day')}
          label={t('bodies.times.day')}
          error={props.errorAt(id('day'))}
          value={props.typed.day}
          onInput={(day) => props.onInput({ day })}
        />
      </Show>
      <div class="two-fields">
        <TextField
          name={id('from')}
          label={t('bodies.times.from')}
          error={props.errorAt(id('from'))}
          inputMode="numeric"
          value={props.typed.from}
          onInput={(from) => props.onInput({ from })}
        />
        <TextField
          name={id('to')}
          label={t('bodies.times.to')}
          error={props.errorAt(id('to'))}
          inputMode="numeric"
          value={props.typed.to}
          onInput={(to) => props.onInput({ to })}
        />
      </div>
      <Show when={endsEarlier(props.typed)}>
        <Checkbox
          name={id('next-day')}
          label={t('bodies.times.next-day')}
          hint={t('bodies.times.next-day-hint')}
          checked={props.typed.isNextDay === true}
          onInput={(isNextDay) => props.onInput({ isNextDay })}
        />
      </Show>
    </>
  );
};
