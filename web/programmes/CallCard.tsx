import type { CallView } from '../../shared/programmes/wire.ts';
import { language, t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';

const KINDS = { open: 'success', announced: 'info', closed: 'warning' } as const;

/** A call in short, with the way to it. */
export const CallCard = (props: { call: CallView }) => (
  <article class="kern-card kern-card--hug kern-card--interactive">
    <div class="kern-card__container">
      <header class="kern-card__header">
        <p class="kern-preline">{props.call.programme[language()]}</p>
        <h2 class="kern-title">
          <a class="kern-link kern-link--stretched" href={`/programmes/calls/${props.call.id}`}>
            {props.call.title[language()]}
          </a>
        </h2>
      </header>
      <p class="kern-body">{props.call.summary[language()]}</p>
      <p class="row kern-body">
        <StatusTag kind={KINDS[props.call.state]} text={t(`programmes.call.state.${props.call.state}`)} />
        <span>
          {t('programmes.call.until')} <DayText day={props.call.closes} />
        </span>
      </p>
    </div>
  </article>
);
