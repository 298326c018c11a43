import { Show } from 'solid-js';
import type { CaseLine } from '../../shared/funding/wire.ts';
import { language, t } from '../i18n.ts';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { leadOf } from './lead.ts';
import { kindOf } from './stages.ts';

/** One of my cases: what it is, where it lies, who holds it, since when, what comes next. */
export const CaseCard = (props: { line: CaseLine }) => (
  <article class="kern-card kern-card--hug kern-card--interactive">
    <div class="kern-card__container">
      <header class="kern-card__header">
        <p class="kern-preline">
          {props.line.call[language()]} <Isolate>{props.line.caseNumber}</Isolate>
        </p>
        <h2 class="kern-title">
          <a class="kern-link kern-link--stretched" href={`/funding/cases/${props.line.id}`}>
            <Isolate>{props.line.title || t('funding.cases.untitled')}</Isolate>
          </a>
        </h2>
      </header>
      <p class="row kern-body">
        <StatusTag kind={kindOf(props.line.stage)} text={t(`funding.stage.${props.line.stage}`)} />
        <span>
          {t('funding.cases.since')} <InstantText at={props.line.since} />
        </span>
        <Show when={props.line.grantedCents ?? props.line.requestedCents}>
          {(cents) => (
            <span>
              {t(props.line.grantedCents === undefined ? 'funding.cases.requested' : 'funding.cases.granted')}{' '}
              <Money cents={cents()} />
            </span>
          )}
        </Show>
      </p>
      <p class="kern-body">
        <Show when={props.line.officer}>
          {(name) => (
            <>
              {t('funding.cases.officer')} <Isolate>{name()}</Isolate>.{' '}
            </>
          )}
        </Show>
        {leadOf(props.line, false)}
      </p>
    </div>
  </article>
);
