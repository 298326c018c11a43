import { Show } from 'solid-js';
import type { OfficeView } from '../../shared/bodies/views.ts';
import type { ExpenseRule } from '../../shared/bodies/wire.ts';
import { t } from '../i18n.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Money } from '../ui/Money.tsx';
import { Summary, type SummaryItem } from '../ui/Summary.tsx';

const needsOf = (rule: ExpenseRule): string =>
  [rule.needsReceipt && t('bodies.settings.receipt'), rule.needsReason && t('bodies.settings.reason')]
    .filter((need) => need !== false)
    .join(', ') || t('bodies.settings.nothing');

const itemsOf = (settings: OfficeView['settings']): SummaryItem[] => [
  {
    term: t('bodies.settings.online'),
    value: t(
      `bodies.settings.online-paid.${settings.onlineAttendancePaid === undefined ? 'undecided' : settings.onlineAttendancePaid ? 'yes' : 'no'}`,
    ),
  },
  ...settings.expenses.map((rule) => ({
    term: t(`bodies.expense.${rule.kind}`),
    value: (
      <>
        {rule.capCents === undefined ? (
          t('bodies.settings.no-cap')
        ) : (
          <>
            {t('bodies.settings.cap')} <Money cents={rule.capCents} />
          </>
        )}
        {' · '}
        {needsOf(rule)}
      </>
    ),
  })),
];

/** What the body pays beside the fee. It costs money, so the authority decides it; the office sees it. */
export const OfficeSettings = (props: { office: OfficeView }) => (
  <section class="stack">
    <Summary title={t('bodies.settings.title')} items={itemsOf(props.office.settings)} />
    <Show
      when={props.office.maySet}
      fallback={<p class="kern-body kern-body--small measure">{t('bodies.settings.whose')}</p>}
    >
      <div class="actions">
        <LinkButton href={`/bodies/${props.office.id}/office/settings`} kind="secondary" icon="edit">
          {t('bodies.settings.change')}
        </LinkButton>
      </div>
    </Show>
  </section>
);
