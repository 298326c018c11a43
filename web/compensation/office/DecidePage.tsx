import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { createResource, Show } from 'solid-js';
import type { ClaimView } from '../../../shared/compensation/wire.ts';
import type { Answer } from '../../api.ts';
import { dayText } from '../../format.ts';
import { language, t } from '../../i18n.ts';
import type { Intent } from '../../intent.ts';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { Isolate } from '../../ui/Isolate.tsx';
import { NotFound } from '../../ui/NotFound.tsx';
import { NoticePreview } from '../../ui/NoticePreview.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { TextAct } from '../../ui/TextAct.tsx';
import { claimView } from '../data.ts';
import { partlyReject, previewNotice, returnRejection } from './data.ts';

/** The very pages that will be released: nothing is decided that was not seen. */
const Seen = (props: { claim: ClaimView }) => {
  const navigate = useNavigate();
  const [preview, { refetch }] = createResource(() => props.claim.claim, previewNotice);
  const here = () => `/compensation/${props.claim.claim}`;
  const seen = () => {
    const answer = preview();
    return answer?.ok ? answer.value : undefined;
  };
  // What stands against the notice must not stand against sending the proposal back.
  const problem = () => {
    const answer = preview();
    return answer === undefined || answer.ok ? undefined : answer.problem;
  };
  const release = async (noticeSha256: string, intent: Intent): Promise<Answer<unknown>> => {
    const answer = await partlyReject(props.claim.claim, { noticeSha256 }, intent);
    if (answer.ok) navigate(here());
    else if (answer.problem.refusal === 'notice-outdated') void refetch();
    return answer;
  };
  return (
    <Show when={seen()} fallback={<Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>}>
      {(shown) => (
        <>
          <NoticePreview preview={shown()} />
          <Show
            when={shown().mayRelease}
            fallback={<p class="kern-body">{t('compensation.office.decide.other-person')}</p>}
          >
            <div class="actions">
              <ConfirmAct
                action={t('compensation.office.decide.action')}
                title={t('compensation.office.decide.confirm-title')}
                confirm={t('compensation.office.decide.confirm')}
                done={t('compensation.office.decide.done')}
                send={(intent) => release(shown().sha256, intent)}
              >
                <p class="kern-body">{t('compensation.office.decide.text')}</p>
              </ConfirmAct>
            </div>
          </Show>
        </>
      )}
    </Show>
  );
};

const GiveBack = (props: { claim: ClaimView }) => {
  const navigate = useNavigate();
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{t('compensation.office.return.title')}</h2>
      <TextAct
        name="return"
        place={`${props.claim.claim}/return`}
        label={t('compensation.office.return.label')}
        hint={t('compensation.office.return.hint')}
        action={t('compensation.office.return.action')}
        kind="secondary"
        max={2000}
        done={t('compensation.office.return.done')}
        send={async (text, intent) => {
          const answer = await returnRejection(props.claim.claim, { text }, intent);
          if (answer.ok) navigate(`/compensation/${props.claim.claim}`);
          return answer;
        }}
      />
    </section>
  );
};

/** The decision on a partial rejection: the notice as it will be sent, release or return. */
export const DecidePage = () => {
  const params = useParams<{ claim: string }>();
  const found = createAsync(() => claimView(params.claim));
  return (
    <Show when={found()}>
      {(claim) => (
        <Show when={claim().stage === 'rejectionProposed'} fallback={<NotFound />}>
          <Page
            title={t('compensation.office.decide.title')}
            lead={
              <>
                <Isolate>{claim().person?.name}</Isolate>, {dayText(claim().on, language())}
              </>
            }
          >
            <Seen claim={claim()} />
            <Show when={claim().acts.includes('returnRejection')}>
              <GiveBack claim={claim()} />
            </Show>
          </Page>
        </Show>
      )}
    </Show>
  );
};
