import type { ClaimLine } from '../../shared/compensation/wire.ts';
import { fullDayText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Money } from '../ui/Money.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { kindOf } from './stages.ts';
import { WayLine } from './Way.tsx';

/** One of my claims: which sitting, how much, where it is. */
export const ClaimCard = (props: { line: ClaimLine }) => (
  <article class="kern-card kern-card--hug kern-card--interactive">
    <div class="kern-card__container">
      <header class="kern-card__header">
        <p class="kern-preline">
          <bdi lang="de">{props.line.bodyName}</bdi>
        </p>
        <h2 class="kern-title">
          <a class="kern-link kern-link--stretched" href={`/compensation/${props.line.claim}`}>
            {fullDayText(props.line.on, language())}
          </a>
        </h2>
      </header>
      <p class="claim-amount">
        <Money cents={props.line.totalCents} />
      </p>
      <p>
        <StatusTag kind={kindOf(props.line.stage)} text={t(`compensation.stage.${props.line.stage}`)} />
      </p>
      <WayLine stage={props.line.stage} />
    </div>
  </article>
);
