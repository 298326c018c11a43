import { createAsync, useNavigate, useParams } from '@solidjs/router';
import { createResource, createSignal, Show } from 'solid-js';
import type { CaseView } from '../../shared/funding/wire.ts';
import type { PreviewView } from '../../shared/notices/wire.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import { ProblemError, type Problem } from '../problem.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { NoticePreview } from '../ui/NoticePreview.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { approve, refuse } from './acts.ts';
import { caseView, previewNotice } from './data.ts';
import { LawBeside } from './LawBeside.tsx';
import { Proposal } from './Proposal.tsx';
import { ReturnForm } from './ReturnForm.tsx';

const rendered = async (id: string): Promise<PreviewView> => {
  const answer = await previewNotice(id);
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer.value;
};

/** The very pages that will be released: nothing is decided that was not seen. */
const Release = (props: { found: CaseView; preview: PreviewView; onOutdated: () => void }) => {
  const navigate = useNavigate();
  const intent = createIntent();
  const [asked, setAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const act = () => (props.found.acts.includes('approve') ? 'approve' : 'refuse');
  const release = async () => {
    setBusy(true);
    const answer = await (act() === 'approve' ? approve : refuse)(
      props.found.id,
      { noticeSha256: props.preview.sha256 },
      intent,
    );
    setBusy(false);
    setAsked(false);
    if (answer.ok) navigate(`/funding/cases/${props.found.id}`);
    else setProblem(answer.problem);
    if (!answer.ok && answer.problem.refusal === 'notice-outdated') props.onOutdated();
  };
  return (
    <>
      <Show when={problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button onClick={() => setAsked(true)}>{t(`funding.decide.${act()}.action`)}</Button>
      </div>
      <Dialog
        open={asked()}
        title={t(`funding.decide.${act()}.title`)}
        onClose={() => setAsked(false)}
        footer={
          <>
            <Button busy={busy()} onClick={() => void release()}>
              {t(`funding.decide.${act()}.confirm`)}
            </Button>
            <Button kind="secondary" onClick={() => setAsked(false)}>
              {t('funding.decide.cancel')}
            </Button>
          </>
        }
      >
        <p class="kern-body">{t(`funding.decide.${act()}.text`)}</p>
      </Dialog>
    </>
  );
};

const Seen = (props: { found: CaseView }) => {
  const [preview, { refetch }] = createResource(() => props.found.id, rendered);
  return (
    <Show when={preview()}>
      {(shown) => (
        <div class="stack">
          <NoticePreview preview={shown()} />
          <Show when={shown().mayRelease} fallback={<p class="kern-body">{t('funding.decide.other-person')}</p>}>
            <Release found={props.found} preview={shown()} onOutdated={() => void refetch()} />
          </Show>
        </div>
      )}
    </Show>
  );
};

/** The second person's decision: proposal, notice, release or return. */
export const DecidePage = () => {
  const params = useParams<{ id: string }>();
  const found = createAsync(() => caseView(params.id));
  return (
    <Show when={found()}>
      {(shown) => (
        <Show when={shown().proposal} fallback={<NotFound />}>
          {(proposal) => (
            <Page title={t('funding.decide.title')} lead={<Isolate>{shown().title}</Isolate>}>
              <Proposal proposal={proposal()} />
              <LawBeside found={shown()} />
              <Seen found={shown()} />
              <Show when={shown().acts.includes('return')}>
                <ReturnForm found={shown()} />
              </Show>
            </Page>
          )}
        </Show>
      )}
    </Show>
  );
};
