import { createSignal, Show, untrack } from 'solid-js';
import type { DirectoryView } from '../../shared/bodies/views.ts';
import { t } from '../i18n.ts';
import type { Problem } from '../problem.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Radios } from '../ui/Radios.tsx';
import { TextField } from '../ui/TextField.tsx';
import { findByName } from './data.ts';

type Listed = DirectoryView['items'][number];

interface DirectoryFieldProps {
  readonly body: string;
  readonly of: 'people' | 'organisations';
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly chosen: Listed | undefined;
  readonly onChoose: (line: Listed | undefined) => void;
}

/** The id is shown only where the name alone does not tell which one is meant. */
const labelIn = (items: readonly Listed[], { id, name }: Listed): string =>
  items.filter((other) => other.name === name).length > 1 ? `${name} (${id})` : name;

const createLook = (props: DirectoryFieldProps) => {
  const [typed, setTyped] = createSignal('');
  const [found, setFound] = createSignal<DirectoryView>();
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const look = async () => {
    if (busy() || typed().trim().length < 2) return;
    setBusy(true);
    const answer = await findByName(props.body, props.of, typed().trim());
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setFound(answer.value);
    props.onChoose(undefined);
    announce(t('bodies.find.count', { count: answer.value.items.length }));
  };
  /** What was found, or after coming back what was chosen before. */
  const items = () => found()?.items ?? (props.chosen === undefined ? [] : [props.chosen]);
  return { typed, setTyped, found, problem, busy, look, items };
};

/** Somebody or something that the portal knows, looked for by name and chosen from what was found. */
export const DirectoryField = (props: DirectoryFieldProps) => {
  const { typed, setTyped, found, problem, busy, look, items } = untrack(() => createLook(props));
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return;
    event.preventDefault();
    void look();
  };
  return (
    <div class="stack stack--close" onKeyDown={onEnter}>
      <TextField {...props} value={typed()} onInput={setTyped} />
      <div class="actions">
        <Button kind="secondary" busy={busy()} onClick={() => void look()}>
          {t(`bodies.find.look.${props.of}`)}
        </Button>
      </div>
      <Show when={problem()}>{(what) => <ProblemAlert problem={what()} />}</Show>
      <Show when={found()?.items.length === 0}>
        <p class="kern-body">{t(`bodies.find.none.${props.of}`)}</p>
      </Show>
      <Show when={items().length > 0}>
        <Radios
          name={`${props.name}-found`}
          label={t(`bodies.find.found.${props.of}`)}
          value={props.chosen?.id}
          options={items().map((line) => ({ value: line.id, label: labelIn(items(), line) }))}
          onInput={(id) => props.onChoose(items().find((line) => line.id === id))}
        />
      </Show>
      <Show when={found()?.isCut}>
        <p class="kern-body kern-body--small">{t('bodies.find.cut')}</p>
      </Show>
    </div>
  );
};
