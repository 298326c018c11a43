import { createAsync } from '@solidjs/router';
import { Show } from 'solid-js';
import type { AccountDetails, AccountView, PendingDetails } from '../../shared/accounts/wire.ts';
import { createAct } from '../acting.ts';
import { instantText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { Timeline, type Step } from '../ui/Timeline.tsx';
import { myAccount, withdrawAccount } from './data.ts';

const detailsOf = (details: AccountDetails): SummaryItem[] => [
  {
    term: 'IBAN',
    value: (
      <bdi dir="ltr" class="figure">
        {details.iban}
      </bdi>
    ),
  },
  { term: t('accounts.holder'), value: <Isolate>{details.holder}</Isolate> },
  ...(details.since === undefined ? [] : [{ term: t('accounts.since'), value: <InstantText at={details.since} /> }]),
];

const confirmation = (isDone: boolean, title: string, detail?: string): Step => ({
  state: isDone ? 'done' : 'current',
  title,
  ...(detail !== undefined && !isDone && { detail }),
});

const stepsOf = (pending: PendingDetails, contact: string | undefined): Step[] => [
  { state: 'done', title: t('accounts.step.entered'), detail: <InstantText at={pending.enteredAt} /> },
  confirmation(
    pending.confirmedByHolder,
    t('accounts.step.holder'),
    contact === undefined ? t('accounts.step.holder-open') : t('accounts.step.holder-sent', { contact }),
  ),
  confirmation(pending.confirmedByOfficer, t('accounts.step.officer'), t('accounts.step.officer-open')),
  {
    state: 'current',
    title: t('accounts.step.held'),
    detail: t('accounts.step.held-until', { at: instantText(pending.heldUntil, language()) }),
  },
];

const Withdraw = () => {
  const act = createAct();
  const press = async () => {
    const said = t('accounts.withdraw.done');
    if (await act.run((intent) => withdrawAccount(intent))) announce(said);
  };
  return (
    <>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button kind="secondary" busy={act.busy()} onClick={() => void press()}>
          {t('accounts.withdraw.action')}
        </Button>
      </div>
    </>
  );
};

const Pending = (props: { account: AccountView; pending: PendingDetails }) => (
  <section class="stack">
    <Summary title={t('accounts.waiting.title')} items={detailsOf(props.pending)} />
    <p class="kern-body measure">
      {t(props.account.current === undefined ? 'accounts.waiting.first' : 'accounts.waiting.text')}
    </p>
    <Timeline label={t('accounts.waiting.steps')} steps={stepsOf(props.pending, props.account.contact)} />
    <Show when={!props.pending.confirmedByHolder}>
      <div class="actions">
        <LinkButton href="/account/confirm">{t('accounts.confirm.type')}</LinkButton>
      </div>
    </Show>
    <p class="kern-body measure">{t('accounts.waiting.not-me')}</p>
    <Withdraw />
  </section>
);

const Rejected = (props: { reason: string }) => (
  <Alert kind="warning" title={t('accounts.rejected.title')}>
    <p class="kern-body typed">
      <Isolate>{props.reason}</Isolate>
    </p>
    <p class="kern-body">{t('accounts.rejected.next')}</p>
  </Alert>
);

/** Where my money goes, and how far a change of it has come. */
export const AccountPage = () => {
  const found = createAsync(() => myAccount());
  return (
    <Show when={found()}>
      {(account) => (
        <Page title={t('accounts.title')} lead={t('accounts.lead')}>
          <Show when={account().rejected}>{(rejected) => <Rejected reason={rejected().reason} />}</Show>
          <Show when={account().current} fallback={<p class="kern-body">{t('accounts.none')}</p>}>
            {(current) => <Summary title={t('accounts.current')} items={detailsOf(current())} />}
          </Show>
          <Show when={account().pending}>{(pending) => <Pending account={account()} pending={pending()} />}</Show>
          <Show when={account().pending === undefined}>
            <p class="kern-body measure">{t('accounts.fresh')}</p>
            <div class="actions">
              <LinkButton href="/api/sign-in?anew=1&to=%2Faccount%2Fchange" external>
                {t(account().current === undefined ? 'accounts.enter' : 'accounts.change.begin')}
              </LinkButton>
            </div>
          </Show>
        </Page>
      )}
    </Show>
  );
};
