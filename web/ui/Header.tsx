import { useLocation } from '@solidjs/router';
import { createEffect, createSignal, on } from 'solid-js';
import mark from '../mark.svg';
import { t } from '../i18n.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { SiteMenu } from './SiteMenu.tsx';

/** One row on a phone, with the rest behind a button; everything in sight where there is room for it. */
export const Header = () => {
  const location = useLocation();
  const [open, setOpen] = createSignal(false);
  let button!: HTMLButtonElement;
  createEffect(
    on(
      () => location.pathname + location.search,
      () => setOpen(false),
      { defer: true },
    ),
  );
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open()) return;
    setOpen(false);
    button.focus();
  };
  return (
    <header class="site-header" onKeyDown={closeByKey}>
      <div class="frame site-header__row">
        <a class="site-header__name" href="/">
          <img class="site-header__mark" src={mark} alt="" width="32" height="32" />
          {t('ui.name')}
        </a>
        <LanguageMenu />
        <button
          type="button"
          class="kern-btn kern-btn--tertiary site-header__button"
          aria-expanded={open()}
          aria-controls="site-menu"
          onClick={() => setOpen(!open())}
          ref={button}
        >
          <span class="kern-label">{t('ui.menu')}</span>
        </button>
        <div class="site-header__menu" classList={{ 'site-header__menu--open': open() }} id="site-menu">
          <SiteMenu />
        </div>
      </div>
    </header>
  );
};
