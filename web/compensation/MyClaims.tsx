import { createAsync } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { ClaimLine } from '../../shared/compensation/wire.ts';
import { t } from '../i18n.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { More } from '../ui/More.tsx';
import { Page } from '../ui/Page.tsx';
import { paged } from '../ui/paged.ts';
import { ClaimCard } from './ClaimCard.tsx';
import { myClaims } from './data.ts';

/** The calendar years in which something was or will be paid. */
const yearsOf = (lines: readonly ClaimLine[]): string[] =>
  [...new Set(lines.map((line) => (line.paidOn ?? line.on).slice(0, 4)))].sort().toReversed();

/** What is due to me for my sittings, and where each amount is until it is on the account. */
export const MyClaims = () => {
  const first = createAsync(() => myClaims());
  const list = paged(first, (cursor) => myClaims(cursor));
  return (
    <Show when={first()}>
      <Page title={t('compensation.claims.title')} lead={t('compensation.claims.lead')}>
        <ul class="plain-list stack">
          <For each={list.items()} fallback={<li class="kern-body">{t('compensation.claims.empty')}</li>}>
            {(line) => (
              <li>
                <ClaimCard line={line} />
              </li>
            )}
          </For>
        </ul>
        <Show when={list.next()}>
          <More shown={list.items().length} next={list.next()} busy={list.busy()} onMore={() => void list.fetch()} />
        </Show>
        <div class="actions">
          <For each={yearsOf(list.items())}>
            {(year) => (
              <LinkButton href={`/compensation/statements/${year}`} kind="secondary">
                {t('compensation.claims.statement', { year })}
              </LinkButton>
            )}
          </For>
          <LinkButton href="/account" kind="secondary">
            {t('compensation.claims.account')}
          </LinkButton>
        </div>
      </Page>
    </Show>
  );
};
