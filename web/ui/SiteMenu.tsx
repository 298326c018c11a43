import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { t } from '../i18n.ts';
import { session } from '../session.ts';
import { switchTheme, theme } from '../theme.ts';
import { Icon } from './Icon.tsx';
import { Isolate } from './Isolate.tsx';
import { navigation } from './navigation.ts';
import { SignInLink } from './SignInLink.tsx';

const ThemeButton = () => (
  <button type="button" class="kern-btn kern-btn--tertiary" onClick={switchTheme}>
    <Icon name={theme() === 'dark' ? 'light' : 'dark'} />
    <span class="kern-sr-only">{t(theme() === 'dark' ? 'ui.theme.light' : 'ui.theme.dark')}</span>
  </button>
);

const SignedIn = (props: { name: string }) => (
  <>
    <span class="kern-body site-header__person">
      <span class="kern-sr-only">{t('ui.signed-in-as')}</span> <Isolate>{props.name}</Isolate>
    </span>
    <form method="post" action="/api/sign-out">
      <button type="submit" class="kern-btn kern-btn--tertiary">
        <Icon name="leave" />
        <span class="kern-label">{t('ui.sign-out')}</span>
      </button>
    </form>
  </>
);

/** Who is signed in, how the page looks, and where one can go. */
export const SiteMenu = () => {
  const location = useLocation();
  const entries = () => navigation(session());
  /** The entry that says most exactly where one is: the office's desk lies below the body's public page. */
  const here = () =>
    entries()
      .map((entry) => entry.href)
      .filter((href) => location.pathname === href || location.pathname.startsWith(`${href}/`))
      .toSorted((one, other) => other.length - one.length)[0];
  return (
    <>
      <div class="site-header__tools">
        <ThemeButton />
        <Show when={session()} fallback={<SignInLink kind="secondary" />}>
          {(who) => <SignedIn name={who().name} />}
        </Show>
      </div>
      <nav class="site-nav" aria-label={t('ui.nav.label')}>
        <ul>
          <For each={entries()}>
            {(entry) => (
              <li>
                <a href={entry.href} aria-current={here() === entry.href ? 'page' : undefined}>
                  {t(entry.text)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </>
  );
};
