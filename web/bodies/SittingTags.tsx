import { Show } from 'solid-js';
import type { SittingMode, SittingStage } from '../../shared/bodies/facts.ts';
import type { WallTime } from '../../shared/kernel/wall-time.ts';
import { today } from '../clock.ts';
import { t } from '../i18n.ts';
import { StatusTag } from '../ui/StatusTag.tsx';

const KINDS = { planned: 'info', attended: 'success', cancelled: 'danger' } as const;

/** From the day after its end, so that a sitting which may still run is never called over. */
const isOver = (to: WallTime): boolean => to.slice(0, 10) < today();

/** Whether a sitting is planned, held or cancelled, and where one takes part. */
export const SittingTags = (props: {
  stage: SittingStage;
  mode: SittingMode;
  /** When it ends as planned: what is over is not planned any more. */
  to: WallTime;
  objections?: number;
}) => (
  <span class="row">
    <StatusTag
      kind={KINDS[props.stage]}
      text={t(`bodies.sitting.stage.${props.stage === 'planned' && isOver(props.to) ? 'over' : props.stage}`)}
    />
    <span class="kern-body">{t(`bodies.sitting.mode.${props.mode}`)}</span>
    <Show when={props.objections}>
      {(count) => <StatusTag kind="warning" text={t('bodies.sitting.objections', { count: count() })} />}
    </Show>
  </span>
);
