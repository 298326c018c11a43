import type { ProposalView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { DayText } from '../ui/DayText.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';
import { shareText } from './share-text.ts';

const typed = (text: string) => (
  <span class="typed">
    <Isolate>{text}</Isolate>
  </span>
);

const grantItems = (proposal: ProposalView): SummaryItem[] =>
  proposal.kind === 'refusal'
    ? []
    : [
        { term: t('funding.propose.amount'), value: <Money cents={proposal.amountCents ?? 0} /> },
        { term: t('funding.propose.eligible'), value: <Money cents={proposal.eligibleCents ?? 0} /> },
        {
          term: t('funding.propose.share'),
          value: `${shareText(proposal.amountCents, proposal.eligibleCents)} %`,
        },
        {
          term: t('funding.propose.period'),
          value: (
            <>
              <DayText day={proposal.from ?? ''} /> – <DayText day={proposal.to ?? ''} />
            </>
          ),
        },
        { term: t('funding.propose.purpose'), value: typed(proposal.purpose ?? '') },
        ...proposal.specialClauses.map((clause, index) => ({
          term: t('funding.propose.clause', { number: index + 1 }),
          value: typed(clause),
        })),
        { term: t('funding.propose.public-purpose'), value: typed(proposal.publicLine?.purpose ?? '') },
        { term: t('funding.propose.public-place'), value: typed(proposal.publicLine?.place ?? '') },
      ];

/** What is proposed and why; seen by officials only. */
export const Proposal = (props: { proposal: ProposalView }) => (
  <Summary
    title={t(props.proposal.kind === 'grant' ? 'funding.proposal.grant' : 'funding.proposal.refusal')}
    items={[
      { term: t('funding.proposal.by'), value: <Isolate>{props.proposal.by}</Isolate> },
      ...grantItems(props.proposal),
      { term: t('funding.propose.reasons'), value: typed(props.proposal.reasons) },
      { term: t('funding.propose.note'), value: typed(props.proposal.examinationNote) },
    ]}
  />
);
