import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { errorId } from '../ui/field.ts';
import { FieldError } from '../ui/FieldError.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Sending } from '../ui/Sending.tsx';
import type { ReceiptPage, ReceiptSending } from './receipt-pages.ts';

type Pages = ReceiptSending;

const There = (props: { page: ReceiptPage; number: number; onRemove: () => void }) => (
  <li class="row">
    <span class="kern-body">
      {t('compensation.receipt.page', { number: props.number })} · <Isolate>{props.page.name}</Isolate>
    </span>
    <Button kind="tertiary" icon="delete" about={String(props.number)} onClick={props.onRemove}>
      {t('compensation.receipt.remove')}
    </Button>
  </li>
);

const Waiting = (props: { pages: Pages }) => (
  <For each={props.pages.waiting()}>
    {(page) => (
      <li>
        <Show when={page.problem} fallback={<Sending name={page.name} share={page.share} />}>
          {(problem) => (
            <>
              <p class="kern-body">
                <Isolate>{page.name}</Isolate>
              </p>
              <ProblemAlert problem={problem()} />
              <div class="actions">
                <Button kind="secondary" about={page.name} onClick={() => void props.pages.again(page)}>
                  {t('compensation.receipt.again')}
                </Button>
                <Button kind="tertiary" about={page.name} onClick={() => props.pages.giveUp(page)}>
                  {t('compensation.receipt.give-up')}
                </Button>
              </div>
            </>
          )}
        </Show>
      </li>
    )}
  </For>
);

/** The receipt, page by page, by the camera of the phone or from its files. */
export const ReceiptPages = (props: {
  name: string;
  needed: boolean;
  error: string | undefined;
  there: readonly ReceiptPage[];
  pages: Pages;
}) => (
  <section class="stack" aria-labelledby={`${props.name}-title`}>
    <h2 class="kern-heading-small" id={`${props.name}-title`}>
      {t('compensation.receipt.title')}
      <Show when={!props.needed}>
        {' '}
        <span class="kern-label__optional">{t('ui.field.optional')}</span>
      </Show>
    </h2>
    <p class="kern-body measure">{t('compensation.receipt.hint')}</p>
    <ol class="plain-list stack">
      <For each={props.there}>
        {(page, index) => <There page={page} number={index() + 1} onRemove={() => props.pages.remove(index())} />}
      </For>
      <Waiting pages={props.pages} />
    </ol>
    <Show when={props.pages.room() > 0} fallback={<p class="kern-body">{t('compensation.receipt.full')}</p>}>
      <div class="actions">
        <FileButton
          name={props.name}
          accept="image/*"
          camera
          describedBy={props.error === undefined ? undefined : errorId(props.name)}
          onFiles={(files) => void props.pages.add(files)}
        >
          {t('compensation.receipt.camera')}
        </FileButton>
        <FileButton
          name={`${props.name}-file`}
          accept="image/*,application/pdf"
          kind="tertiary"
          multiple
          onFiles={(files) => void props.pages.add(files)}
        >
          {t('compensation.receipt.file')}
        </FileButton>
      </div>
    </Show>
    <FieldError name={props.name} error={props.error} />
  </section>
);
