import { For, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Proposal } from './Proposal.tsx';

/** Every recorded step of the case, oldest first: the file itself. */
export const History = (props: { found: CaseView }) => (
  <section class="stack">
    <h2 class="kern-heading-medium">{t('funding.history.title')}</h2>
    <ol class="timeline">
      <For each={props.found.steps}>
        {(step) => (
          <li class="timeline__step timeline__step--done">
            <p class="kern-body">{t(`funding.history.${step.act}`)}</p>
            <p class="kern-body kern-body--small">
              <InstantText at={step.at} />
              <Show when={step.by}>
                {(by) => (
                  <>
                    {' · '}
                    <Isolate>{by() === 'system' ? t('funding.history.system') : by()}</Isolate>
                  </>
                )}
              </Show>
            </p>
            <Show when={step.proposal}>
              {(proposal) => (
                <Accordion title={t('funding.history.fallen')}>
                  <Proposal proposal={proposal()} />
                </Accordion>
              )}
            </Show>
            <Show when={step.text}>
              {(text) => (
                <blockquote class="typed kern-body">
                  <Isolate>{text()}</Isolate>
                </blockquote>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  </section>
);
