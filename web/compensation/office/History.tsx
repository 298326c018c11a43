import { For, Show } from 'solid-js';
import type { ClaimView } from '../../../shared/compensation/wire.ts';
import { t } from '../../i18n.ts';
import { Alert } from '../../ui/Alert.tsx';
import { InstantText } from '../../ui/DayText.tsx';
import { Isolate } from '../../ui/Isolate.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** Every recorded step of the claim, oldest first, and the open question of the law if its fee depends on one. */
export const History = (props: { claim: ClaimView }) => (
  <section class="stack">
    <Show when={props.claim.dayQuestion}>
      {(question) => (
        <Alert kind="info" title={t('compensation.office.day-question')}>
          <p class="kern-body" lang="de">
            {question()}
          </p>
        </Alert>
      )}
    </Show>
    <h2 class="kern-heading-medium">{t('compensation.office.history')}</h2>
    <ol class="timeline">
      <For each={props.claim.steps}>
        {(step) => (
          <li class="timeline__step timeline__step--done">
            <p class="kern-body">{t(`compensation.office.step.${step.act}`)}</p>
            <p class="kern-body kern-body--small">
              <InstantText at={step.at} />
              {' · '}
              <Isolate>{step.by ?? t('compensation.office.portal')}</Isolate>
            </p>
          </li>
        )}
      </For>
    </ol>
    <div class="actions">
      <LinkButton href="/compensation/work-list" kind="tertiary" icon="back">
        {t('compensation.office.title')}
      </LinkButton>
    </div>
  </section>
);
