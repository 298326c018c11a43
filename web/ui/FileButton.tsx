import type { JSX } from 'solid-js';
import { BUTTON_KINDS, type ButtonKind } from './button-kinds.ts';
import { Icon, type IconName } from './Icon.tsx';

/** Asks for files, or for a picture by the camera. A button of ours, since the browser's own speaks its own language. */
export const FileButton = (props: {
  name: string;
  accept: string;
  kind?: ButtonKind;
  icon?: IconName;
  /** Opens the camera at once where there is one. */
  camera?: boolean;
  multiple?: boolean;
  describedBy?: string | undefined;
  onFiles: (files: readonly File[]) => void;
  children: JSX.Element;
}) => {
  let input!: HTMLInputElement;
  const chosen = () => {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was removed.
    input.value = '';
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <>
      <button
        type="button"
        id={props.name}
        class={BUTTON_KINDS[props.kind ?? 'secondary']}
        aria-describedby={props.describedBy}
        onClick={() => input.click()}
      >
        <Icon name={props.icon ?? 'add'} />
        <span class="kern-label">{props.children}</span>
      </button>
      <input
        type="file"
        hidden
        name={props.name}
        accept={props.accept}
        capture={props.camera ? 'environment' : undefined}
        multiple={props.multiple ?? false}
        ref={input}
        onChange={chosen}
      />
    </>
  );
};
