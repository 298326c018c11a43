import { Show } from 'solid-js';
import type { SittingMode } from '../../shared/bodies/facts.ts';
import { t } from '../i18n.ts';
import { Radios } from '../ui/Radios.tsx';
import { TextField } from '../ui/TextField.tsx';
import { MODES, type TypedPlace } from './place-fields.ts';

/** In a room, online, or both; what is not needed is not asked. */
export const PlaceFields = (props: {
  typed: TypedPlace;
  errorAt: (name: string) => string | undefined;
  onInput: (part: Partial<TypedPlace>) => void;
}) => (
  <>
    <Radios
      name="mode"
      label={t('bodies.sitting.mode.label')}
      value={props.typed.mode}
      options={MODES.map((value) => ({ value, label: t(`bodies.sitting.mode.${value}`) }))}
      onInput={(mode) => props.onInput({ mode: mode as SittingMode })}
    />
    <Show when={props.typed.mode !== 'online'}>
      <TextField
        name="place"
        label={t('bodies.sitting.place')}
        hint={t('bodies.plan.place-hint')}
        error={props.errorAt('place')}
        value={props.typed.place}
        onInput={(place) => props.onInput({ place })}
      />
    </Show>
    <Show when={props.typed.mode !== 'inPerson'}>
      <TextField
        name="onlineAddress"
        label={t('bodies.sitting.online-address')}
        hint={t('bodies.plan.online-hint')}
        optional
        error={props.errorAt('onlineAddress')}
        value={props.typed.onlineAddress}
        onInput={(onlineAddress) => props.onInput({ onlineAddress })}
      />
    </Show>
  </>
);
