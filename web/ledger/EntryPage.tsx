import { createAsync, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { dayText } from '../format.ts';
import { language, t } from '../i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Summary } from '../ui/Summary.tsx';
import { keepsRegister, session } from '../session.ts';
import { entry } from './data.ts';
import { itemsOf } from './items.tsx';
import { recipientText } from './entry-text.ts';
import { VerifyEntry } from './VerifyEntry.tsx';

/** The trace of erased words: which, when and why. */
const ErasedWords = (props: { entry: PublicEntry }) => (
  <For each={props.entry.erased}>
    {({ names, on, ground }) => (
      <Alert
        kind="info"
        title={t('ledger.erased.title', {
          day: dayText(on, language()),
          names: names.map((name) => t(`ledger.text.${name}`)).join(', '),
        })}
      >
        <p class="kern-body">{t('ledger.erased.ground', { ground: t(`ledger.ground.${ground}`) })}</p>
      </Alert>
    )}
  </For>
);

const Replaced = (props: { entry: PublicEntry }) => (
  <>
    <Show when={props.entry.supersededBy}>
      {(newer) => (
        <Alert kind="warning" title={t('ledger.superseded')}>
          <a class="kern-link" href={`/ledger/entries/${newer()}`}>
            {t('ledger.entry.newer')}
          </a>
        </Alert>
      )}
    </Show>
    <Show when={props.entry.corrects}>
      {(older) => (
        <p class="kern-body">
          <a class="kern-link" href={`/ledger/entries/${older()}`}>
            {t('ledger.entry.corrects')}
          </a>
        </p>
      )}
    </Show>
  </>
);

/** One entry under its permanent address. */
export const EntryPage = () => {
  const params = useParams<{ entry: string }>();
  const found = createAsync(() => entry(params.entry));
  return (
    <Show when={found()}>
      {(shown) => (
        <Page
          title={recipientText(shown())}
          typed
          above={
            <LinkButton href="/ledger" kind="tertiary" icon="back">
              {t('ledger.entry.back')}
            </LinkButton>
          }
          lead={t(`ledger.kind.${shown().kind}`)}
        >
          <Show when={shown().nameWithheld}>
            {(ground) => <Alert kind="info" title={t(`ledger.withheld.${ground()}`)} />}
          </Show>
          <ErasedWords entry={shown()} />
          <Replaced entry={shown()} />
          <Summary title={t('ledger.entry.about')} items={itemsOf(shown())} />
          <Show when={shown().recipient}>
            {(recipient) => (
              <a class="kern-link" href={`/ledger?recipient=${encodeURIComponent(recipient().id)}`}>
                {t('ledger.entry.all-of')}
              </a>
            )}
          </Show>
          <Show when={shown().quarter}>
            <a class="kern-link" href="/ledger/compensation">
              {t('ledger.entry.to-compensation')}
            </a>
          </Show>
          <VerifyEntry entry={shown()} />
          <Show when={keepsRegister(session())}>
            <LinkButton href={`/ledger/office/erasures?entry=${shown().id}`} kind="tertiary">
              {t('ledger.erasure.ask')}
            </LinkButton>
          </Show>
        </Page>
      )}
    </Show>
  );
};
