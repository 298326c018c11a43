import { createSignal, For, Show } from 'solid-js';
import type { AccountDetails, PendingLine } from '../../shared/accounts/wire.ts';
import { t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { ibanGroups, nameWords, type Stretch } from './iban-differences.ts';
import { confirmPending, rejectPending } from './pending-data.ts';

/** What differs is set apart by a mark and for screen readers by a word, never by colour alone. */
const Marked = (props: { stretches: readonly Stretch[] }) => (
  <For each={props.stretches}>
    {(stretch, index) => (
      <>
        {index() > 0 ? ' ' : ''}
        <Show when={stretch.differs} fallback={stretch.text}>
          <mark class="differs">
            <span class="heard">{t('accounts.pending.differs')} </span>
            {stretch.text}
          </mark>
        </Show>
      </>
    )}
  </For>
);

const Details = (props: { title: string; of: AccountDetails; other?: AccountDetails | undefined }) => (
  <div class="details-box stack stack--close">
    <h3 class="kern-heading-small">{props.title}</h3>
    <p class="kern-body">
      <bdi class="iban" dir="ltr">
        <Marked stretches={ibanGroups(props.of.iban, props.other?.iban)} />
      </bdi>
    </p>
    <p class="kern-body">
      {t('accounts.pending.holder')}{' '}
      <Isolate>
        <Marked stretches={nameWords(props.of.holder, props.other?.holder)} />
      </Isolate>
    </p>
  </div>
);

const Acts = (props: { line: PendingLine }) => {
  const [isRejecting, setRejecting] = createSignal(false);
  const hash = () => props.line.pending.hash;
  return (
    <>
      <div class="actions">
        <ConfirmAct
          icon="check"
          about={props.line.name}
          action={t('accounts.pending.confirm.action')}
          title={t('accounts.pending.confirm.title')}
          confirm={t('accounts.pending.confirm.confirm')}
          done={t('accounts.pending.confirm.done')}
          send={(intent) => confirmPending(props.line.person, { hash: hash() }, intent)}
        >
          <Details title={props.line.name} of={props.line.pending} />
          <p class="kern-body">{t('accounts.pending.confirm.text')}</p>
        </ConfirmAct>
        <Button kind="tertiary" about={props.line.name} onClick={() => setRejecting((before) => !before)}>
          {t('accounts.pending.reject.open')}
        </Button>
      </div>
      <Show when={isRejecting()}>
        <TextAct
          name={`reject-${props.line.person}`}
          place={`${props.line.person}/reject`}
          label={t('accounts.pending.reject.label')}
          hint={t('accounts.pending.reject.hint')}
          action={t('accounts.pending.reject.action')}
          max={1000}
          done={t('accounts.pending.reject.done')}
          send={(reason, intent) => rejectPending(props.line.person, { hash: hash(), reason }, intent)}
        />
      </Show>
    </>
  );
};

/** New bank details of one person beside those in force. */
export const PendingCard = (props: { line: PendingLine }) => (
  <article class="entry stack">
    <h2 class="kern-title">
      <Isolate>{props.line.name}</Isolate>
    </h2>
    <p class="row kern-body kern-body--small">
      <StatusTag
        kind={props.line.pending.confirmedByHolder ? 'success' : 'warning'}
        text={t(props.line.pending.confirmedByHolder ? 'accounts.pending.by-holder' : 'accounts.pending.no-holder')}
      />
      <span>
        {t('accounts.pending.entered')} <InstantText at={props.line.pending.enteredAt} />
      </span>
      <span>
        {t('accounts.pending.held')} <InstantText at={props.line.pending.heldUntil} />
      </span>
    </p>
    <Show when={props.line.changedContact}>
      {(contact) => (
        <Alert kind="warning" title={t(`accounts.pending.contact.${contact().isProven ? 'proven' : 'unproven'}`)}>
          <p class="kern-body">
            {t('accounts.pending.contact.since', { address: contact().address })} <InstantText at={contact().since} />
          </p>
        </Alert>
      )}
    </Show>
    <div class="side-by-side">
      <Show
        when={props.line.current}
        fallback={
          <div class="details-box">
            <p class="kern-body">{t('accounts.pending.first')}</p>
          </div>
        }
      >
        {(current) => <Details title={t('accounts.pending.current')} of={current()} />}
      </Show>
      <Details title={t('accounts.pending.new')} of={props.line.pending} other={props.line.current} />
    </div>
    <Show when={props.line.mayConfirm} fallback={<Alert kind="info" title={t('accounts.pending.other-person')} />}>
      <Acts line={props.line} />
    </Show>
  </article>
);
