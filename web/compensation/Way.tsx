import { Show } from 'solid-js';
import type { ClaimStage } from '../../shared/compensation/facts.ts';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { t } from '../i18n.ts';
import { DayText, InstantText } from '../ui/DayText.tsx';
import { Timeline, type Step } from '../ui/Timeline.tsx';
import { mileOf, WAY, type Mile } from './stages.ts';

/** The acts by which a claim comes to each place. */
const ARRIVALS: Readonly<Record<Mile, readonly string[]>> = {
  you: ['drafted'],
  check: ['submitted'],
  order: ['certified', 'partlyRejected'],
  bank: ['ordered'],
  paid: ['paid'],
};

const stateOf = (index: number, reached: number): Step['state'] => {
  if (index < reached || (index === reached && index === WAY.length - 1)) return 'done';
  return index === reached ? 'current' : 'open';
};

const arrivalOf = (claim: ClaimView, mile: Mile) => {
  if (mile === 'paid' && claim.paidOn !== undefined) return <DayText day={claim.paidOn} />;
  const step = claim.steps.findLast((one) => ARRIVALS[mile].includes(one.act));
  return step === undefined ? undefined : <InstantText at={step.at} />;
};

/** Where the claim is until it is on the account. */
export const Way = (props: { claim: ClaimView }) => {
  const steps = (): Step[] => {
    const here = mileOf(props.claim.stage);
    const isBack = props.claim.stage === 'paymentFailed';
    const reached = here === undefined ? -1 : WAY.indexOf(here);
    return WAY.map((mile, index) => {
      const detail = index <= reached ? arrivalOf(props.claim, mile) : undefined;
      return {
        state: stateOf(index, reached),
        title: t(`compensation.way.${isBack && mile === 'bank' ? 'back' : mile}`),
        ...(detail !== undefined && { detail }),
      };
    });
  };
  return (
    <Show when={mileOf(props.claim.stage)}>
      <section class="stack">
        <h2 class="kern-heading-medium">{t('compensation.way.title')}</h2>
        <Timeline label={t('compensation.way.title')} steps={steps()} />
      </section>
    </Show>
  );
};

/** The same in one line for a list. */
export const WayLine = (props: { stage: ClaimStage }) => (
  <Show when={mileOf(props.stage)}>
    {(mile) => (
      <p class="way-line kern-body kern-body--small">
        <span class="way-line__dots" aria-hidden="true">
          {WAY.map((_, index) => (
            <span class="way-line__dot" classList={{ 'way-line__dot--done': index <= WAY.indexOf(mile()) }} />
          ))}
        </span>
        {t('compensation.way.step', { step: WAY.indexOf(mile()) + 1, of: WAY.length })}{' '}
        {t(`compensation.way.${props.stage === 'paymentFailed' ? 'back' : mile()}`)}
      </p>
    )}
  </Show>
);
