import type { PreviewView } from '../../shared/notices/wire.ts';
import { t } from '../i18n.ts';
import { DayText } from './DayText.tsx';
import { Letter } from './Letter.tsx';
import { LinkButton } from './LinkButton.tsx';

/** The notice as it would be released today: as text, as the file itself, and by the hash of its bytes. */
export const NoticePreview = (props: { preview: PreviewView }) => (
  <div class="stack">
    <h2 class="kern-heading-medium">{t('notices.preview.title')}</h2>
    <p class="kern-body measure">
      {t('notices.preview.rendered')} <DayText day={props.preview.day} />. {t('notices.preview.same')}
    </p>
    <div class="actions">
      <LinkButton href={props.preview.link} kind="secondary" icon="download" external>
        {t('notices.preview.pdf')}
      </LinkButton>
    </div>
    <Letter content={props.preview.content} />
    <p class="kern-body kern-body--small">
      SHA-256: <bdi class="hash">{props.preview.sha256}</bdi>
    </p>
  </div>
);
