import { Show } from 'solid-js';
import type { Stage } from '../../shared/funding/facts.ts';
import type { Step as CaseStep } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { Timeline, type Step } from '../ui/Timeline.tsx';
import { mileOf, WAY, type Mile } from './stages.ts';

const ACTS: Readonly<Record<Mile, readonly string[]>> = {
  draft: [],
  submitted: ['submitted'],
  inReview: ['taken'],
  decided: ['approved', 'refused'],
};

/** Where the case lies on its way; a withdrawn one has left it. */
export const Way = (props: { stage: Stage; steps: readonly CaseStep[] }) => {
  const reached = () => WAY.indexOf(mileOf(props.stage));
  const whenOf = (mile: Mile) => props.steps.find((step) => ACTS[mile].includes(step.act))?.at;
  const steps = (): Step[] =>
    WAY.map((mile, index) => {
      const at = whenOf(mile);
      return {
        state:
          index < reached() || mile === 'decided'
            ? index <= reached()
              ? 'done'
              : 'open'
            : index === reached()
              ? 'current'
              : 'open',
        title: t(`funding.way.${mile}`),
        ...(at !== undefined && { detail: <InstantText at={at} /> }),
      };
    });
  return (
    <Show when={props.stage !== 'withdrawn'}>
      <Timeline label={t('funding.way.label')} steps={steps()} />
    </Show>
  );
};
