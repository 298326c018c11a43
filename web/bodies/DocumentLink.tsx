import { Show } from 'solid-js';
import type { DocumentView } from '../../shared/bodies/views.ts';
import { createAct } from '../acting.ts';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Isolate } from '../ui/Isolate.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { openDocument } from './data.ts';

/** Agenda, minutes or paper of a sitting, by a link that is valid for some minutes. */
export const DocumentLink = (props: { body: string; sitting: string; document: DocumentView }) => {
  const act = createAct();
  const open = () =>
    act.run(async (intent) => {
      const answer = await openDocument(props.body, props.sitting, props.document.document, intent);
      if (answer.ok) location.assign(answer.value.link);
      return answer;
    });
  return (
    <>
      <Button kind="tertiary" icon="download" busy={act.busy()} onClick={() => void open()}>
        {t(`bodies.document.kind.${props.document.kind}`)}: <Isolate>{props.document.title}</Isolate>
      </Button>
      <Show when={act.problem()}>{(found) => <ProblemAlert problem={found()} />}</Show>
    </>
  );
};
