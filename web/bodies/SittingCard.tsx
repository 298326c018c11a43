import { Show, type JSX } from 'solid-js';
import type { SittingLine } from '../../shared/bodies/views.ts';
import { today } from '../clock.ts';
import { t } from '../i18n.ts';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { When } from '../ui/When.tsx';
import { SittingTags } from './SittingTags.tsx';

/** It is over, and nobody has said yet who was there. */
const waits = (line: SittingLine): boolean => line.stage === 'planned' && line.to.slice(0, 10) < today();

/** A sitting in a list of the office or of a member, with the way to it. */
export const SittingCard = (props: {
  line: SittingLine;
  withBody?: boolean;
  forOffice?: boolean;
  children?: JSX.Element;
}) => (
  <article class="kern-card kern-card--hug">
    <div class="kern-card__container">
      <header class="kern-card__header">
        <Show when={props.withBody}>
          <p class="kern-preline">
            <bdi lang="de">{props.line.bodyName}</bdi>
          </p>
        </Show>
        <h3 class="kern-title">
          <a class="kern-link" href={`/bodies/${props.line.body}/sittings/${props.line.sitting}`}>
            <When from={props.line.from} to={props.line.to} />
          </a>
        </h3>
      </header>
      <p class="kern-body">
        <Isolate>{props.line.title}</Isolate>
      </p>
      <SittingTags
        stage={props.line.stage}
        mode={props.line.mode}
        to={props.line.to}
        objections={props.line.openObjections}
      />
      <Show when={props.forOffice && waits(props.line)}>
        <p>
          <StatusTag kind="warning" text={t('bodies.sitting.waits')} />
        </p>
      </Show>
      {props.children}
    </div>
  </article>
);
