import { Show } from 'solid-js';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { moneyText } from '../format.ts';
import { language, t, textIf } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';

const Account = (props: { state: 'missing' | 'changing' }) => (
  <Alert kind="warning" title={t(`compensation.account.${props.state}.title`)}>
    <p class="kern-body">{t(`compensation.account.${props.state}.text`)}</p>
    <div class="actions">
      <LinkButton href="/account">{t(`compensation.account.${props.state}.action`)}</LinkButton>
    </div>
  </Alert>
);

const Rejection = (props: { rejection: NonNullable<ClaimView['rejection']> }) => (
  <Alert kind="warning" title={t('compensation.rejection.title')}>
    <p class="kern-body typed">
      <Isolate>{props.rejection.reasons}</Isolate>
    </p>
    <Show when={props.rejection.notice}>
      {(notice) => (
        <div class="actions">
          <LinkButton href={`/notices/${notice()}`}>{t('compensation.rejection.notice')}</LinkButton>
        </div>
      )}
    </Show>
  </Alert>
);

/** Money that came back: why, as the bank says it, and where one mends it. */
const Failed = (props: { reason: string; isMine: boolean }) => (
  <Alert kind="danger" title={t('compensation.failed.title')}>
    <p class="kern-body">
      {textIf(`compensation.failed.reason.${props.reason}`) ?? t('compensation.failed.reason.other')} (
      <Isolate>{props.reason}</Isolate>)
    </p>
    <Show when={props.isMine}>
      <p class="kern-body">{t('compensation.failed.next')}</p>
      <div class="actions">
        <LinkButton href="/account">{t('compensation.failed.action')}</LinkButton>
      </div>
    </Show>
  </Alert>
);

const ENDED = ['void', 'rejected', 'paid', 'clawback'];

/** What stands in the way of the money, or changed it. */
export const Outcome = (props: { claim: ClaimView; isMine: boolean }) => {
  const account = () => {
    const { accountState, stage } = props.claim;
    return props.isMine && accountState !== 'usable' && !ENDED.includes(stage) ? accountState : undefined;
  };
  /** A proposal is no decision yet; those who work on it see it among their acts. */
  const decided = () => (props.claim.stage === 'rejectionProposed' ? undefined : props.claim.rejection);
  return (
    <>
      <Show when={account()}>{(state) => <Account state={state()} />}</Show>
      <Show when={props.claim.failedReason}>{(reason) => <Failed reason={reason()} isMine={props.isMine} />}</Show>
      <Show when={decided()}>{(rejection) => <Rejection rejection={rejection()} />}</Show>
      <Show when={props.claim.overpaidCents}>
        {(cents) => (
          <Alert kind="info" title={t('compensation.overpaid.title')}>
            <p class="kern-body">{t('compensation.overpaid.text', { amount: moneyText(cents(), language()) })}</p>
          </Alert>
        )}
      </Show>
      <Show when={props.claim.offsetCents}>
        {(cents) => (
          <Alert kind="info" title={t('compensation.offset.title')}>
            <p class="kern-body">{t('compensation.offset.text', { amount: moneyText(cents(), language()) })}</p>
          </Alert>
        )}
      </Show>
    </>
  );
};
