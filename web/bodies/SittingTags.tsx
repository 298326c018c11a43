import { Show } from 'solid-js';
import type { SittingMode, SittingStage } from '../../shared/bodies/facts.ts';
import { t } from '../i18n.ts';
import { StatusTag } from '../ui/StatusTag.tsx';

const KINDS = { planned: 'info', attended: 'success', cancelled: 'danger' } as const;

/** Whether a sitting is planned, held or cancelled, and where one takes part. */
export const SittingTags = (props: { stage: SittingStage; mode: SittingMode; objections?: number }) => (
  <span class="row">
    <StatusTag kind={KINDS[props.stage]} text={t(`bodies.sitting.stage.${props.stage}`)} />
    <span class="kern-body">{t(`bodies.sitting.mode.${props.mode}`)}</span>
    <Show when={props.objections}>
      {(count) => <StatusTag kind="warning" text={t('bodies.sitting.objections', { count: count() })} />}
    </Show>
  </span>
);
