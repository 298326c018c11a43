import { For } from 'solid-js';
import { t } from '../i18n.ts';
import { Page } from '../ui/Page.tsx';

const FILES = [
  { href: '/open-data/zuwendungen.csv', text: 'ledger.data.csv' },
  { href: '/open-data/aufwandsentschaedigungen.csv', text: 'ledger.data.compensation' },
  { href: '/ledger/log/checkpoint', text: 'ledger.data.log' },
  { href: '/ledger/log/vkey', text: 'ledger.data.vkey' },
] as const;

/** Everything that may be downloaded. */
export const OpenDataPage = () => (
  <Page title={t('ledger.data.title')} lead={t('ledger.data.lead')}>
    <ul class="kern-list kern-list--bullet">
      <For each={FILES}>
        {(file) => (
          <li>
            <a class="kern-link" href={file.href} rel="external">
              {t(file.text)}
            </a>
          </li>
        )}
      </For>
    </ul>
  </Page>
);
