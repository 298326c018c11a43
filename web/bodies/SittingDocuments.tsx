import { createSignal, For, Show } from 'solid-js';
import type { DocumentKind } from '../../shared/bodies/facts.ts';
import type { DocumentView, SittingView } from '../../shared/bodies/views.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { upload } from '../uploads.ts';
import { Accordion } from '../ui/Accordion.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { Sending } from '../ui/Sending.tsx';
import { StatusTag } from '../ui/StatusTag.tsx';
import { TextField } from '../ui/TextField.tsx';
import { addDocument, removeDocument } from './data.ts';
import { DocumentLink } from './DocumentLink.tsx';
import { Form } from '../ui/Form.tsx';

const KINDS: readonly DocumentKind[] = ['agenda', 'minutes', 'paper'];

const Remove = (props: { sitting: SittingView; document: DocumentView }) => {
  const act = createAct();
  const press = async () => {
    const said = t('bodies.document.removed');
    const { body, sitting } = props.sitting;
    if (await act.run((intent) => removeDocument(body, sitting, props.document.document, intent))) announce(said);
  };
  return (
    <>
      <Button kind="tertiary" icon="delete" busy={act.busy()} about={props.document.title} onClick={() => void press()}>
        {t('bodies.document.remove')}
      </Button>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
    </>
  );
};

const documentForm = (sitting: SittingView) => {
  const act = createAct();
  const [kind, setKind] = createSignal<DocumentKind>('agenda');
  const [title, setTitle] = createSignal('');
  const [isPublic, setIsPublic] = createSignal(false);
  const [file, setFile] = createSignal<File>();
  const [share, setShare] = createSignal<number>();
  const [error, setError] = createSignal<{ title?: string; file?: string }>({});
  const send = async (): Promise<void> => {
    const chosen = file();
    setError({
      ...(title().trim() === '' && { title: t('kernel.issue.empty') }),
      ...(chosen === undefined && { file: t('bodies.document.no-file') }),
    });
    if (chosen === undefined || title().trim() === '') return;
    const said = t('bodies.document.added');
    const done = await act.run(async (intent) => {
      setShare(0);
      const sent = await upload(chosen, setShare);
      setShare(undefined);
      if (!sent.ok) return sent;
      const body = { upload: sent.value, kind: kind(), title: title().trim(), isPublic: isPublic() };
      return addDocument(sitting.body, sitting.sitting, body, intent);
    });
    if (!done) return;
    setFile(undefined);
    setTitle('');
    announce(said);
  };
  return { act, kind, setKind, title, setTitle, isPublic, setIsPublic, file, setFile, share, error, send };
};

const ChosenFile = (props: { form: ReturnType<typeof documentForm> }) => (
  <div class="stack stack--close">
    <div class="actions">
      <FileButton name="document-file" accept=".pdf,application/pdf" onFiles={([file]) => props.form.setFile(file)}>
        {t('bodies.document.choose')}
      </FileButton>
      <Show when={props.form.file()}>{(file) => <Isolate>{file().name}</Isolate>}</Show>
    </div>
    <Show when={props.form.error().file}>{(text) => <p class="kern-error kern-body">{text()}</p>}</Show>
    <Show when={props.form.share()}>{(share) => <Sending name={props.form.file()?.name ?? ''} share={share()} />}</Show>
  </div>
);

const AddDocument = (props: { sitting: SittingView }) => {
  const form = documentForm(props.sitting);
  return (
    <Accordion title={t('bodies.document.add')}>
      <Form onSubmit={() => void form.send()}>
        <Radios
          name="document-kind"
          label={t('bodies.document.what')}
          value={form.kind()}
          options={KINDS.map((value) => ({ value, label: t(`bodies.document.kind.${value}`) }))}
          onInput={(kind) => form.setKind(kind as DocumentKind)}
        />
        <TextField
          name="document-title"
          label={t('bodies.document.title')}
          error={form.error().title}
          value={form.title()}
          onInput={form.setTitle}
        />
        <Checkbox
          name="document-public"
          label={t('bodies.document.public')}
          hint={t('bodies.document.public-hint')}
          checked={form.isPublic()}
          onInput={form.setIsPublic}
        />
        <ChosenFile form={form} />
        <Show when={form.act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
        <div class="actions">
          <Button type="submit" kind="secondary" busy={form.act.busy()}>
            {t('bodies.document.send')}
          </Button>
        </div>
      </Form>
    </Accordion>
  );
};

/** Agenda, minutes and papers; the office adds and removes them. */
export const SittingDocuments = (props: { sitting: SittingView }) => {
  const mayAdd = () => props.sitting.acts.includes('addDocument');
  return (
    <section class="stack">
      <h2 class="kern-heading-medium">{t('bodies.document.list')}</h2>
      <ul class="plain-list">
        <For each={props.sitting.documents} fallback={<li class="kern-body">{t('bodies.document.none')}</li>}>
          {(document) => (
            <li class="row">
              <DocumentLink body={props.sitting.body} sitting={props.sitting.sitting} document={document} />
              <StatusTag
                kind={document.isPublic ? 'success' : 'info'}
                text={t(document.isPublic ? 'bodies.document.is-public' : 'bodies.document.is-internal')}
              />
              <Show when={mayAdd()}>
                <Remove sitting={props.sitting} document={document} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={mayAdd()}>
        <AddDocument sitting={props.sitting} />
      </Show>
    </section>
  );
};
