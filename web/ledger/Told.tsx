import { Match, Show, Switch } from 'solid-js';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Summary } from '../ui/Summary.tsx';
import { itemsOf } from './items.tsx';
import type { LogHolds, VerifyTold } from './verify-messages.ts';

const LogSaid = (props: { told: LogHolds }) => (
  <Alert kind="success" title={t('ledger.check.holds')}>
    <ul class="kern-list kern-list--bullet">
      <li>{t('ledger.check.signature', { size: props.told.size, origin: props.told.origin })}</li>
      <li>{t('ledger.check.entries', { count: props.told.size })}</li>
      <li>{t('ledger.check.texts', { count: props.told.texts })}</li>
      <Show when={props.told.erased > 0}>
        <li>{t('ledger.check.erased', { count: props.told.erased })}</li>
      </Show>
      <Show when={props.told.since} fallback={<li>{t('ledger.check.no-earlier')}</li>}>
        {(since) => <li>{t('ledger.check.since', { count: since() })}</li>}
      </Show>
    </ul>
    <p class="kern-body">{t('ledger.check.note')}</p>
    <p class="kern-body kern-body--small">
      {t('ledger.verify.key')}: <bdi class="hash">{props.told.vkey}</bdi>
    </p>
  </Alert>
);

/** What a check found, in plain words: what was checked, and what that does not show. */
export const Told = (props: { told: VerifyTold | undefined }) => {
  const is = <K extends VerifyTold['is']>(kind: K) =>
    props.told?.is === kind ? (props.told as Extract<VerifyTold, { is: K }>) : undefined;
  return (
    <div role="status" class="stack">
      <Switch>
        <Match when={is('progress')}>
          {(told) => (
            <p class="kern-body">
              {t('ledger.check.running', { checked: told().checked, size: told().size })}
              <progress max={Math.max(1, told().size)} value={told().checked} aria-hidden="true" />
            </p>
          )}
        </Match>
        <Match when={is('log-holds')}>{(told) => <LogSaid told={told()} />}</Match>
        <Match when={is('entry-holds')}>
          {(told) => (
            <Alert kind="success" title={t('ledger.check.entry', { number: told().index + 1, size: told().size })}>
              <p class="kern-body">{t('ledger.check.note')}</p>
            </Alert>
          )}
        </Match>
        <Match when={is('fails')}>
          {(told) => (
            <Alert kind="danger" title={t('ledger.check.fails')}>
              <p class="kern-body">{t(`ledger.refusal.${told().finding.problem}`, { at: told().finding.at })}</p>
              <Show when={told().signed}>
                {(signed) => <Summary title={t('ledger.check.signed')} items={itemsOf(signed())} />}
              </Show>
            </Alert>
          )}
        </Match>
        <Match when={is('unreachable')}>
          <Alert kind="warning" title={t('ledger.verify.offline')} />
        </Match>
      </Switch>
    </div>
  );
};
