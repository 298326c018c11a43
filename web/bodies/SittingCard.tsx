import { Show, type JSX } from 'solid-js';
import type { SittingLine } from '../../shared/bodies/views.ts';
import { Isolate } from '../ui/Isolate.tsx';
import { When } from '../ui/When.tsx';
import { SittingTags } from './SittingTags.tsx';

/** A sitting in a list of the office or of a member, with the way to it. */
export const SittingCard = (props: { line: SittingLine; withBody?: boolean; children?: JSX.Element }) => (
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
      <SittingTags stage={props.line.stage} mode={props.line.mode} objections={props.line.openObjections} />
      {props.children}
    </div>
  </article>
);
