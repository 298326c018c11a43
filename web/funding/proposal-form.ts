import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { createIntent } from '../intent.ts';
import { forget, keep, kept } from '../kept.ts';
import type { Problem } from '../problem.ts';
import type { FieldFault } from '../ui/ErrorSummary.tsx';
import { proposeApproval, proposeRefusal } from './acts.ts';
import { approvalOf, emptyFields, fieldOf, proposalFor, refusalOf, type ProposalDraft } from './proposal-draft.ts';

const emptyFaults = (draft: ProposalDraft): FieldFault[] =>
  emptyFields(draft).map((name) => ({
    name,
    text:
      name === 'kind'
        ? t('funding.propose.kind-missing')
        : `${t(`funding.propose.${name}`)}: ${t('kernel.issue.empty')}`,
  }));

const issueFaults = (problem: Problem): FieldFault[] =>
  (problem.issues ?? []).map(({ path, message }) => ({
    name: fieldOf(path),
    text: `${t(`funding.propose.${fieldOf(path)}`)}: ${message}`,
  }));

/** A proposal while it is written; kept on this device until it is handed over. */
export const proposalForm = (found: CaseView) => {
  const navigate = useNavigate();
  const place = `${found.id}/proposal`;
  const [draft, setDraft] = createStore<ProposalDraft>(kept<ProposalDraft>(place) ?? proposalFor(found));
  const [faults, setFaults] = createSignal<readonly FieldFault[]>([]);
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const intent = createIntent();
  const change = (part: Partial<ProposalDraft>) => {
    setDraft(part);
    keep(place, unwrap(draft));
  };
  const errorOf = (name: string) => faults().find((fault) => fault.name === name)?.text;
  const propose = async () => {
    setProblem(undefined);
    setFaults(emptyFaults(draft));
    if (faults().length > 0) return;
    setBusy(true);
    const answer = await (draft.kind !== 'refusal'
      ? proposeApproval(found.id, approvalOf(draft), intent)
      : proposeRefusal(found.id, refusalOf(draft), intent));
    setBusy(false);
    if (answer.ok) {
      forget(place);
      navigate(`/funding/cases/${found.id}`);
      return;
    }
    setFaults(issueFaults(answer.problem));
    setProblem(answer.problem.issues?.length ? undefined : answer.problem);
  };
  return { draft, change, propose, faults, errorOf, problem, busy };
};
