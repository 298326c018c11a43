import { createSignal, Show } from 'solid-js';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announce.ts';
import { FileButton } from '../ui/FileButton.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Sending } from '../ui/Sending.tsx';
import { upload } from '../uploads.ts';
import { handInStatement } from './data.ts';

/** Hands a bank statement over. Browsers name its type in two ways, or not at all; the server looks at the bytes. */
export const StatementUpload = (props: { authority: string }) => {
  const act = createAct();
  const [sending, setSending] = createSignal<{ readonly name: string; readonly share: number }>();
  const take = async (file: File) => {
    const xml = file.slice(0, file.size, 'application/xml');
    setSending({ name: file.name, share: 0 });
    const done = t('payments.statement.done');
    const isDone = await act.run(async (intent) => {
      const sent = await upload(xml, (share) => setSending({ name: file.name, share }));
      return sent.ok ? handInStatement(props.authority, sent.value, intent) : sent;
    });
    setSending(undefined);
    if (isDone) announce(done);
  };
  return (
    <section class="stack">
      <p class="kern-body measure">{t('payments.statement.hint')}</p>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
      <Show when={sending()}>{(now) => <Sending name={now().name} share={now().share} />}</Show>
      <div class="actions">
        <FileButton
          name="statement"
          accept=".xml,application/xml,text/xml"
          kind="primary"
          onFiles={([file]) => file !== undefined && void take(file)}
        >
          {t('payments.statement.choose')}
        </FileButton>
      </div>
    </section>
  );
};
