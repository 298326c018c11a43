import { For, Show } from 'solid-js';
import type { BatchAnswer, ClaimLine } from '../../../shared/compensation/wire.ts';
import { t } from '../../i18n.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Isolate } from '../../ui/Isolate.tsx';

/** What a batch came to: how many were done, and which were not and why. */
export const BatchOutcome = (props: {
  act: 'certify' | 'order';
  answer: BatchAnswer;
  /** The claims as they were sent, for their names. */
  sent: readonly ClaimLine[];
}) => {
  const nameOf = (claim: string) => {
    const line = props.sent.find((one) => one.claim === claim);
    return [line?.person?.name, line?.caseNumber].filter((part) => part !== undefined).join(', ') || claim;
  };
  return (
    <div class="stack" role="status" tabindex={-1} ref={(box) => requestAnimationFrame(() => box.focus())}>
      <Show when={props.answer.done.length > 0}>
        <Alert kind="success" title={t(`compensation.office.${props.act}.done`, { count: props.answer.done.length })} />
      </Show>
      <Show when={props.answer.refused.length > 0}>
        <Alert
          kind="warning"
          title={t(`compensation.office.${props.act}.refused`, { count: props.answer.refused.length })}
        >
          <ul class="kern-list kern-list--bullet">
            <For each={props.answer.refused}>
              {(one) => (
                <li>
                  <a class="kern-link" href={`/compensation/${one.claim}`}>
                    <Isolate>{nameOf(one.claim)}</Isolate>
                  </a>
                  : {one.detail}
                </li>
              )}
            </For>
          </ul>
        </Alert>
      </Show>
    </div>
  );
};
