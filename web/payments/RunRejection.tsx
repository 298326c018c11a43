import { Show } from 'solid-js';
import type { RunView } from '../../shared/payments/wire.ts';
import { t } from '../i18n.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { Alert } from '../ui/Alert.tsx';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { actOnRun } from './data.ts';

type Part = { readonly run: RunView };

const Note = (props: Part) => (
  <Accordion title={t('payments.act.note-rejection.title')}>
    <TextAct
      name={`rejection-${props.run.run}`}
      place={`${props.run.run}/note-rejection`}
      label={t('payments.act.note-rejection.label')}
      hint={t('payments.act.note-rejection.hint')}
      action={t('payments.act.note-rejection.action')}
      max={1000}
      done={t('payments.act.note-rejection.done')}
      send={(reason, intent) => actOnRun(props.run.run, 'note-rejection', { reason }, intent)}
    />
  </Accordion>
);

const Confirm = (props: Part) => (
  <ConfirmAct
    kind="secondary"
    action={t('payments.act.reject.action')}
    title={t('payments.act.reject.title')}
    confirm={t('payments.act.reject.confirm')}
    done={t('payments.act.reject.done')}
    send={(intent) => actOnRun(props.run.run, 'reject', {}, intent)}
  >
    <p class="kern-body">{t('payments.act.reject.text')}</p>
  </ConfirmAct>
);

/** The bank did not take the file: one person says so with the reason, another confirms it. */
export const RunRejection = (props: Part) => (
  <>
    <Show when={props.run.rejection}>
      {(noted) => (
        <Alert kind="warning" title={t('payments.rejection.title')}>
          <p class="kern-body">
            <Isolate>{noted().by}</Isolate>, <InstantText at={noted().at} />: <Isolate>{noted().reason}</Isolate>
          </p>
          <Show when={props.run.stage !== 'rejected'}>
            <p class="kern-body">{t('payments.rejection.next')}</p>
          </Show>
        </Alert>
      )}
    </Show>
    <Show when={props.run.acts.includes('reject')}>
      <div class="actions">
        <Confirm run={props.run} />
      </div>
    </Show>
    <Show when={props.run.acts.includes('noteRejection')}>
      <Note run={props.run} />
    </Show>
  </>
);
