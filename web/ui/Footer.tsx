import { For } from 'solid-js';
import { t } from '../i18n.ts';

const LINKS = [
  { href: '/imprint', text: 'ui.footer.imprint' },
  { href: '/privacy', text: 'ui.footer.privacy' },
  { href: '/accessibility', text: 'ui.footer.accessibility' },
] as const;

/** Imprint, privacy and the accessibility statement are in reach from every page (§ 7 BITV 2.0, § 5 DDG). */
export const Footer = () => (
  <footer class="site-footer">
    <div class="frame stack">
      <nav aria-label={t('ui.footer.label')}>
        <ul>
          <For each={LINKS}>
            {(link) => (
              <li>
                <a class="kern-link kern-link--no-visited-state" href={link.href}>
                  {t(link.text)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <p class="kern-body kern-body--small">{t('ui.footer.demo')}</p>
    </div>
  </footer>
);
