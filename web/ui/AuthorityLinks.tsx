import { Show } from 'solid-js';
import { t } from '../i18n.ts';
import { authorityName } from '../offices.ts';
import { Accordion } from './Accordion.tsx';
import { ViewLinks } from './ViewLinks.tsx';

/** More than these would push the page itself out of sight. */
const OPEN = 3;

/** For whom one works right now; nothing is shown where there is no choice. */
export const AuthorityLinks = (props: {
  authorities: readonly string[];
  here: string | undefined;
  href: (authority: string) => string;
}) => {
  const links = () => (
    <ViewLinks
      label={t('ui.authority.label')}
      links={props.authorities.map((id) => ({
        href: props.href(id),
        text: authorityName(id),
        isHere: id === props.here,
      }))}
    />
  );
  return (
    <Show when={props.authorities.length > 1}>
      <Show when={props.authorities.length > OPEN} fallback={links()}>
        <Accordion title={t('ui.authority.now', { name: props.here === undefined ? '' : authorityName(props.here) })}>
          {links()}
        </Accordion>
      </Show>
    </Show>
  );
};
