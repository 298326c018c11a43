import { createAsync, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { ClaimView } from '../../shared/compensation/wire.ts';
import { fullDayText } from '../format.ts';
import { createAct } from '../acting.ts';
import { language, t } from '../i18n.ts';
import { session } from '../session.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { InstantText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { Summary } from '../ui/Summary.tsx';
import { TextAct } from '../ui/TextAct.tsx';
import { When } from '../ui/When.tsx';
import { answerQuery, askFee, claimView } from './data.ts';
import { Expenses } from './Expenses.tsx';
import { FeeCard } from './FeeCard.tsx';
import { History } from './office/History.tsx';
import { OfficialActs } from './office/OfficialActs.tsx';
import { Outcome } from './Outcome.tsx';
import { kindOf } from './stages.ts';
import { SubmitBar } from './SubmitBar.tsx';
import { Way } from './Way.tsx';

const Messages = (props: { claim: ClaimView }) => (
  <Show when={props.claim.messages.length > 0}>
    <section class="stack">
      <h2 class="kern-heading-medium">{t('compensation.messages.title')}</h2>
      <ul class="plain-list">
        <For each={props.claim.messages}>
          {(message) => (
            <li class="entry">
              <p class="kern-body kern-body--small">
                {t(`compensation.messages.kind.${message.kind}`)} · <Isolate>{message.by}</Isolate> ·{' '}
                <InstantText at={message.at} />
              </p>
              <blockquote class="typed kern-body">
                <Isolate>{message.text}</Isolate>
              </blockquote>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.claim.acts.includes('answer')}>
        <TextAct
          name="answer"
          place={`${props.claim.claim}/answer`}
          label={t('compensation.messages.answer')}
          action={t('compensation.messages.action')}
          max={2000}
          done={t('compensation.messages.done')}
          send={(text, intent) => answerQuery(props.claim.claim, { text }, intent)}
        />
      </Show>
    </section>
  </Show>
);

const About = (props: { claim: ClaimView }) => (
  <Summary
    title={t('compensation.claim.about')}
    items={[
      { term: t('compensation.claim.sitting'), value: <When from={props.claim.from} to={props.claim.to} /> },
      { term: t('compensation.claim.as'), value: t(`compensation.as.${props.claim.as}`) },
      ...(props.claim.person === undefined
        ? []
        : [{ term: t('compensation.claim.person'), value: <Isolate>{props.claim.person.name}</Isolate> }]),
      ...(props.claim.caseNumber === undefined
        ? []
        : [{ term: t('compensation.claim.case-number'), value: <Isolate>{props.claim.caseNumber}</Isolate> }]),
    ]}
  />
);

/** A denial is never automatic: whoever wants it decided claims the fee, and a person answers with a notice. */
const AskFee = (props: { claim: string }) => {
  const act = createAct();
  const press = async () => {
    const said = t('compensation.ask-fee.done');
    if (await act.run((intent) => askFee(props.claim, intent))) announce(said);
  };
  return (
    <section class="stack">
      <p class="kern-body measure">{t('compensation.ask-fee.text')}</p>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button kind="secondary" busy={act.busy()} onClick={() => void press()}>
          {t('compensation.ask-fee.action')}
        </Button>
      </div>
    </section>
  );
};

/** The list says something else than I remember: the sitting is where one objects. */
const Wrong = (props: { claim: ClaimView }) => (
  <p class="kern-body measure">
    {t('compensation.claim.wrong')}{' '}
    <a class="kern-link" href={`/bodies/${props.claim.body}/sittings/${props.claim.sitting}`}>
      {t('compensation.claim.to-sitting')}
    </a>
  </p>
);

const Claim = (props: { claim: ClaimView }) => {
  const isMine = () => props.claim.person === undefined || props.claim.person.id === session()?.person;
  return (
    <Page
      title={fullDayText(props.claim.on, language())}
      above={
        <p class="kern-preline">
          <bdi lang="de">{props.claim.bodyName}</bdi>
        </p>
      }
      lead={isMine() ? t(`compensation.next.${props.claim.stage}`) : undefined}
    >
      <p>
        <StatusTag kind={kindOf(props.claim.stage)} text={t(`compensation.stage.${props.claim.stage}`)} />
      </p>
      <Outcome claim={props.claim} isMine={isMine()} />
      <OfficialActs claim={props.claim} />
      <Messages claim={props.claim} />
      <FeeCard claim={props.claim} />
      <Show when={props.claim.acts.includes('askFee')}>
        <AskFee claim={props.claim.claim} />
      </Show>
      <Expenses claim={props.claim} />
      <SubmitBar claim={props.claim} />
      <Show when={isMine()} fallback={<History claim={props.claim} />}>
        <Way claim={props.claim} />
      </Show>
      <About claim={props.claim} />
      <Show when={isMine()}>
        <Wrong claim={props.claim} />
        <div class="actions">
          <LinkButton href="/compensation" kind="tertiary" icon="back">
            {t('compensation.claim.back')}
          </LinkButton>
        </div>
      </Show>
    </Page>
  );
};

/** One claim, at one address for the member and for those who work on it. */
export const ClaimPage = () => {
  const params = useParams<{ claim: string }>();
  const found = createAsync(() => claimView(params.claim));
  return <Show when={found()}>{(claim) => <Claim claim={claim()} />}</Show>;
};
