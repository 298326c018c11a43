import { For } from 'solid-js';
import { announce } from './announce.ts';
import { Icon } from './Icon.tsx';
import { language, switchLanguage, t } from '../i18n.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { languages, nameOf } from '../language.ts';

/** The languages by their own names. Choosing keeps the page and all that was typed. */
export const LanguageMenu = () => {
  let menu!: HTMLDetailsElement;
  let button!: HTMLElement;
  const close = () => {
    menu.open = false;
    button.focus();
  };
  const choose = async (event: MouseEvent, code: Language) => {
    event.preventDefault();
    await switchLanguage(code);
    close();
    announce(t('ui.language.switched'));
  };
  const leave = (event: FocusEvent) => {
    if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
  };
  return (
    <details
      class="kern-dropdown language-menu"
      ref={menu}
      onFocusOut={leave}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <summary class="kern-dropdown__header" ref={button}>
        <Icon name="language" />
        <span class="kern-label">
          <span class="kern-sr-only">{t('ui.language.label')}: </span>
          <span class="language-menu__name">{nameOf(language())}</span>
        </span>
      </summary>
      <div class="kern-dropdown__body">
        <ul>
          <For each={languages}>
            {({ code, name, dir }) => (
              <li>
                <a
                  href={`?lang=${code}`}
                  rel="external"
                  lang={code}
                  hreflang={code}
                  dir={dir}
                  aria-current={language() === code ? 'true' : undefined}
                  onClick={(event) => void choose(event, code)}
                >
                  {name}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </details>
  );
};
