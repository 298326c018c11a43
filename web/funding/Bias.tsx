import type { CaseView } from '../../shared/funding/wire.ts';
import { t } from '../i18n.ts';
import { TextAct } from '../ui/TextAct.tsx';
import { declareBias } from './acts.ts';

/** An official's own declaration that somebody else must work on this case (§§ 20, 21 VwVfG). */
export const Bias = (props: { found: CaseView }) => (
  <details class="kern-accordion">
    <summary class="kern-accordion__header">
      <span class="kern-title">{t('funding.act.bias')}</span>
    </summary>
    <section class="kern-accordion__body stack">
      <p class="kern-body measure">{t('funding.bias.text')}</p>
      <TextAct
        name="bias-reason"
        place={`${props.found.id}/bias`}
        label={t('funding.bias.reason')}
        hint={t('funding.bias.hint')}
        action={t('funding.act.bias')}
        kind="secondary"
        max={2000}
        done={t('funding.bias.done')}
        send={(reason, intent) => declareBias(props.found.id, { reason }, intent)}
      />
    </section>
  </details>
);
