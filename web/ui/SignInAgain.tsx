import { useLocation } from '@solidjs/router';
import { t } from '../i18n.ts';
import { LinkButton } from './LinkButton.tsx';

/** Proves once more who one is, and comes back to this page; what was typed waits in this tab. */
export const SignInAgain = () => {
  const location = useLocation();
  return (
    <LinkButton
      href={`/api/sign-in?anew=1&to=${encodeURIComponent(location.pathname + location.search)}`}
      icon="person"
      external
    >
      {t('ui.sign-in-again.action')}
    </LinkButton>
  );
};
