import { Show } from 'solid-js';
import { CLAIM_ACTS, type ClaimView } from '../../../shared/compensation/wire.ts';
import type { Answer } from '../../api.ts';
import { moneyText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import type { Intent } from '../../intent.ts';
import { createTyped } from '../../typed.ts';
import { Accordion } from '../../ui/Accordion.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { dayOfParts, partsOfDay, type DayParts } from '../../ui/day-parts.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextAct } from '../../ui/TextAct.tsx';
import { BankData } from './BankData.tsx';
import { payableOf } from './queues.ts';
import { askMember, certify, decideOffset, declareBias, orderMany, revalidateOffice, single } from './data.ts';

const orderOne = async (line: ClaimView, intent: Intent): Promise<Answer<unknown>> => {
  const { claim, seq, body } = line;
  const totals = [{ body, count: 1, cents: payableOf(line) }];
  const answer = single(await orderMany({ claims: [{ claim, seq }], totals }, intent));
  await revalidateOffice(claim);
  return answer;
};

const Examine = (props: { claim: ClaimView; amount: string }) => {
  const may = (act: ClaimView['acts'][number]) => props.claim.acts.includes(act);
  return (
    <>
      <div class="actions">
        <Show when={may('certify')}>
          <ConfirmAct
            icon="check"
            action={t('compensation.office.one.certify', { amount: props.amount })}
            title={t('compensation.office.certify.title')}
            confirm={t('compensation.office.certify.confirm')}
            done={t('compensation.office.one.certified')}
            send={(intent) => certify(props.claim.claim, { seq: props.claim.seq }, intent)}
          >
            <p class="kern-body">{t('compensation.office.certify.text')}</p>
          </ConfirmAct>
        </Show>
        <Show when={may('proposeRejection')}>
          <LinkButton href={`/compensation/${props.claim.claim}/propose-rejection`} kind="secondary">
            {t('compensation.office.propose.link')}
          </LinkButton>
        </Show>
      </div>
      <Show when={may('query')}>
        <Accordion title={t('compensation.office.query.title')}>
          <TextAct
            name="query"
            place={`${props.claim.claim}/query`}
            label={t('compensation.office.query.label')}
            hint={t('compensation.office.query.hint')}
            action={t('compensation.office.query.action')}
            kind="secondary"
            max={2000}
            done={t('compensation.office.query.done')}
            send={(text, intent) => askMember(props.claim.claim, { text }, intent)}
          />
        </Accordion>
      </Show>
    </>
  );
};

const Order = (props: { claim: ClaimView; amount: string }) => {
  const isSecond = () => props.claim.acts.includes('secondOrder');
  return (
    <div class="actions">
      <ConfirmAct
        icon="check"
        action={t(isSecond() ? 'compensation.office.one.second' : 'compensation.office.one.order', {
          amount: props.amount,
        })}
        title={t('compensation.office.order.title')}
        confirm={t('compensation.office.order.confirm')}
        done={t('compensation.office.one.ordered')}
        send={(intent) => orderOne(props.claim, intent)}
      >
        <p class="kern-body">{t('compensation.office.order.text')}</p>
      </ConfirmAct>
    </div>
  );
};

/** The notice itself is written and posted outside the portal; here stands that it was, and when. */
const Offset = (props: { claim: ClaimView }) => {
  const typed = createTyped(`${props.claim.claim}/offset-days`, {
    heard: partsOfDay(undefined),
    notice: partsOfDay(undefined),
  });
  const day = (parts: DayParts): string => {
    const found = dayOfParts(parts);
    return found.ok ? found.value : '';
  };
  return (
    <section class="stack">
      <h3 class="kern-heading-small">{t('compensation.office.offset.title')}</h3>
      <p class="kern-body measure">
        {t('compensation.office.offset.text', { amount: moneyText(props.claim.overpaidCents ?? 0, language()) })}
      </p>
      <DateInput
        name="heardOn"
        label={t('compensation.office.offset.heard')}
        value={typed.now().heard}
        onInput={(heard) => typed.change({ heard })}
      />
      <DateInput
        name="noticeOn"
        label={t('compensation.office.offset.notice')}
        value={typed.now().notice}
        onInput={(notice) => typed.change({ notice })}
      />
      <TextAct
        name="offset"
        place={`${props.claim.claim}/offset`}
        label={t('compensation.office.offset.label')}
        hint={t('compensation.office.offset.hint')}
        action={t('compensation.office.offset.action')}
        max={1000}
        done={t('compensation.office.offset.done')}
        send={(reason, intent) => {
          const { heard, notice } = typed.now();
          const body = { seq: props.claim.seq, heardOn: day(heard), noticeOn: day(notice), reason };
          return decideOffset(props.claim.claim, body, intent);
        }}
      />
    </section>
  );
};

const Bias = (props: { claim: string }) => (
  <Accordion title={t('compensation.office.bias.title')}>
    <TextAct
      name="bias"
      place={`${props.claim}/bias`}
      label={t('compensation.office.bias.label')}
      hint={t('compensation.office.bias.hint')}
      action={t('compensation.office.bias.action')}
      kind="secondary"
      max={2000}
      done={t('compensation.office.bias.done')}
      send={(text, intent) => declareBias(props.claim, { text }, intent)}
    />
  </Accordion>
);

/** The member's own acts stand elsewhere on the page. */
const OWN: readonly ClaimView['acts'][number][] = ['setExpense', 'askFee', 'submit', 'answer'];
const OFFICIAL = CLAIM_ACTS.filter((act) => !OWN.includes(act));

/** What an official may do with this claim now; nothing is shown that would be refused. */
export const OfficialActs = (props: { claim: ClaimView }) => {
  const may = (...acts: ClaimView['acts']) => acts.some((act) => props.claim.acts.includes(act));
  const amount = () => moneyText(payableOf(props.claim), language());
  return (
    <Show when={may(...OFFICIAL)}>
      <section class="stack" aria-labelledby="office-title">
        <h2 class="kern-heading-medium" id="office-title">
          {t('compensation.office.acts')}
        </h2>
        <Show when={may('certify', 'order') && props.claim.accountState !== 'usable'}>
          <Alert kind="info" title={t(`compensation.office.account.${props.claim.accountState}`)} />
        </Show>
        <Show when={may('certify', 'query', 'proposeRejection')}>
          <Examine claim={props.claim} amount={amount()} />
        </Show>
        <Show when={may('partlyReject', 'returnRejection')}>
          <div class="actions">
            <LinkButton href={`/compensation/${props.claim.claim}/decide`}>
              {t('compensation.office.decide.link')}
            </LinkButton>
          </div>
        </Show>
        <Show when={may('order', 'secondOrder')}>
          <Order claim={props.claim} amount={amount()} />
        </Show>
        <Show when={may('fixBankData')}>
          <BankData claim={props.claim} />
        </Show>
        <Show when={may('decideOffset')}>
          <Offset claim={props.claim} />
        </Show>
        <Show when={props.claim.mayDeclareBias}>
          <Bias claim={props.claim.claim} />
        </Show>
      </section>
    </Show>
  );
};
