import { useLocation } from '@solidjs/router';
import { t } from '../i18n.ts';
import type { ButtonKind } from './button-kinds.ts';
import { LinkButton } from './LinkButton.tsx';

/** Signs in and comes back to this very page. The router's place is asked: the browser's is still the old one while a page is made. */
export const SignInLink = (props: { kind?: ButtonKind; text?: string }) => {
  const location = useLocation();
  const href = () => `/api/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <LinkButton href={href()} kind={props.kind ?? 'primary'} external>
      {props.text ?? t('ui.sign-in')}
    </LinkButton>
  );
};
