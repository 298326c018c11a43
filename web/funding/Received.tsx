import { useLocation } from '@solidjs/router';
import { createEffect, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';

/** Right after submitting: that it has arrived, under which number, who gets a mail, and how it goes on. */
export const Received = (props: { found: CaseView }) => {
  const location = useLocation<{ isSubmitted?: boolean }>();
  const isNow = () => location.state?.isSubmitted === true && props.found.stage === 'submitted';
  let box: HTMLDivElement | undefined;
  createEffect(() => isNow() && box?.focus());
  return (
    <Show when={isNow()}>
      <div tabindex={-1} ref={(element) => (box = element)}>
        <Alert kind="success" title={t('funding.received.title')}>
          <p class="kern-body">
            {t('funding.received.number')} <Isolate>{props.found.caseNumber}</Isolate>
            <Show when={props.found.receivedOn}>
              {(day) => (
                <>
                  {' · '}
                  {t('funding.case.received')} <DayText day={day()} />
                </>
              )}
            </Show>
          </p>
          <p class="kern-body">{t('funding.received.mail', { organisation: props.found.organisation.name })}</p>
          <p class="kern-body">{t('funding.received.next')}</p>
        </Alert>
      </div>
    </Show>
  );
};
