import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { TypedTimes } from './times.ts';

/** Day, beginning and end of a sitting. */
export const TimesFields = (props: {
  typed: TypedTimes;
  /** The day is known and need not be asked for. */
  hoursOnly?: boolean;
  errorAt: (name: string) => string | undefined;
  onInput: (part: Partial<TypedTimes>) => void;
}) => (
  <>
    <Show when={!props.hoursOnly}>
      <DateInput
        name="day"
        label={t('bodies.times.day')}
        error={props.errorAt('day')}
        value={props.typed.day}
        onInput={(day) => props.onInput({ day })}
      />
    </Show>
    <div class="two-fields">
      <TextField
        name="from"
        label={t('bodies.times.from')}
        error={props.errorAt('from')}
        inputMode="numeric"
        value={props.typed.from}
        onInput={(from) => props.onInput({ from })}
      />
      <TextField
        name="to"
        label={t('bodies.times.to')}
        error={props.errorAt('to')}
        inputMode="numeric"
        value={props.typed.to}
        onInput={(to) => props.onInput({ to })}
      />
    </div>
  </>
);
