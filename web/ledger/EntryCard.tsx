import { Show } from 'solid-js';
import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { t } from '../i18n.ts';
import { Isolate } from '../ui/Isolate.tsx';
import { Money } from '../ui/Money.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { recipientText } from './entry-text.ts';

/** One entry in the list. What organisations and the city wrote is in their words. */
export const EntryCard = (props: { entry: PublicEntry }) => (
  <article class="entry">
    <h2 class="kern-title kern-title--small">
      <a class="kern-link kern-link--no-visited-state" href={`/ledger/entries/${props.entry.id}`}>
        <Isolate>{recipientText(props.entry)}</Isolate>
      </a>
    </h2>
    <p class="kern-body kern-body--bold">
      <Money cents={props.entry.amountCents} />
    </p>
    <Show when={props.entry.purpose}>
      {(purpose) => (
        <p class="kern-body">
          <Isolate>{purpose()}</Isolate>
        </p>
      )}
    </Show>
    <p class="kern-body kern-body--small kern-body--muted">
      {props.entry.year} · <Isolate>{props.entry.funder.name}</Isolate> · {t(`ledger.kind.${props.entry.kind}`)}
    </p>
    <Show when={props.entry.supersededBy}>
      <StatusTag kind="warning" text={t('ledger.superseded')} />
    </Show>
  </article>
);
