import { createSignal, Show } from 'solid-js';
import type { NoticeView } from '../../shared/notices/wire.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ConfirmAct } from '../ui/ConfirmAct.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { dayOfParts, partsOfDay } from '../ui/day-parts.ts';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { provideNotice, recordPosting } from './data.ts';

/** A printed letter has no file: whoever posts it confirms that the annex lies in it. */
const AnnexEnclosed = (props: { checked: boolean; error: string | undefined; onInput: (checked: boolean) => void }) => (
  <div class="stack">
    <p class="kern-body measure">{t('notices.dispatch.annex-text')}</p>
    <Checkbox
      name="annexEnclosed"
      label={t('notices.dispatch.annex-enclosed')}
      error={props.error}
      checked={props.checked}
      onInput={props.onInput}
    />
  </div>
);

/** The day on which the letter was given to the post, from which its delivery is counted. */
const Posted = (props: { notice: NoticeView }) => {
  const act = createAct();
  const [day, setDay] = createSignal(partsOfDay(undefined));
  const [error, setError] = createSignal<string>();
  const [enclosed, setEnclosed] = createSignal(false);
  const [annexError, setAnnexError] = createSignal<string>();
  const press = async () => {
    const read = dayOfParts(day());
    setError(read.ok ? undefined : t(`notices.dispatch.${read.refusal}`));
    const lacksAnnex = props.notice.carriesAnnex && !enclosed();
    setAnnexError(lacksAnnex ? t('notices.dispatch.annex-unconfirmed') : undefined);
    if (!read.ok || lacksAnnex) {
      document.getElementById(read.ok ? 'annexEnclosed' : 'postedOn')?.focus();
      return;
    }
    const annex = props.notice.carriesAnnex ? { annexEnclosed: true as const } : {};
    await act.run((intent) => recordPosting(props.notice.id, { postedOn: read.value, ...annex }, intent));
  };
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void press();
      }}
    >
      <DateInput
        name="postedOn"
        label={t('notices.dispatch.posted-on')}
        hint={t('notices.dispatch.posted-hint')}
        error={error()}
        value={day()}
        onInput={setDay}
      />
      <Show when={props.notice.carriesAnnex}>
        <AnnexEnclosed checked={enclosed()} error={annexError()} onInput={setEnclosed} />
      </Show>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <div class="actions">
        <Button type="submit" busy={act.busy()}>
          {t('notices.dispatch.post')}
        </Button>
      </div>
    </form>
  );
};

/** What an officer can do where the portal did not deliver or may not: post the letter, or provide it anew. */
export const Dispatch = (props: { notice: NoticeView }) => (
  <Show when={props.notice.acts.length > 0}>
    <section class="stack">
      <h2 class="kern-heading-medium">{t('notices.dispatch.title')}</h2>
      <p class="kern-body measure">{t(`notices.dispatch.why.${props.notice.delivery.state}`)}</p>
      <Show when={props.notice.acts.includes('provide')}>
        <div class="actions">
          <ConfirmAct
            kind="secondary"
            action={t('notices.dispatch.provide')}
            title={t('notices.dispatch.provide-title')}
            confirm={t('notices.dispatch.provide')}
            done={t('notices.dispatch.provided')}
            send={(intent) => provideNotice(props.notice.id, intent)}
          >
            <p class="kern-body">{t('notices.dispatch.provide-text')}</p>
          </ConfirmAct>
        </div>
      </Show>
      <Posted notice={props.notice} />
    </section>
  </Show>
);
