import type { PublicEntry } from '../../shared/ledger/wire.ts';
import { t } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Told } from './Told.tsx';
import { verifying } from './verifying.ts';

/** Proves on the visitor's device that this entry stands in the signed register, and offers the proof to take along. */
export const VerifyEntry = (props: { entry: PublicEntry }) => {
  const check = verifying();
  return (
    <div class="stack">
      <div class="actions">
        <Button
          kind="secondary"
          icon="check"
          busy={check.told()?.is === 'progress'}
          onClick={() => check.checkEntry(props.entry)}
        >
          {t('ledger.entry.check')}
        </Button>
        <LinkButton href={`/ledger/log/proof/${props.entry.id}`} kind="tertiary" icon="download" external>
          {t('ledger.entry.proof')}
        </LinkButton>
      </div>
      <Told told={check.told()} />
    </div>
  );
};
