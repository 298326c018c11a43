import { accountAt } from '../../shared/accounts/facts.ts';
import { maskedIban } from '../../shared/accounts/iban.ts';
import type { AccountDetails, AccountView, PendingDetails } from '../../shared/accounts/wire.ts';
import type { Instant } from '../../shared/kernel/day.ts';
import { maskedContact } from './contact.ts';
import type { AccountFile, Details } from './views.ts';

/** Masked for everybody but those who pay. */
export const shown = ({ iban, holder }: Details, isMasked: boolean): AccountDetails => ({
  iban: isMasked ? maskedIban(iban) : iban,
  isMasked,
  holder,
});

export const currentOf = (
  { account, details }: AccountFile,
  at: Instant,
  isMasked: boolean,
): AccountDetails | undefined => {
  const { current } = accountAt(account, at);
  const found = current && details.get(current.hash);
  return found && { ...shown(found, isMasked), since: current.since };
};

export const pendingOf = (
  { account, details }: AccountFile,
  at: Instant,
  isMasked: boolean,
): PendingDetails | undefined => {
  const { pending } = accountAt(account, at);
  const found = pending && details.get(pending.hash);
  return (
    found && {
      ...shown(found, isMasked),
      hash: pending.hash,
      enteredAt: pending.enteredAt,
      heldUntil: pending.heldUntil,
      confirmedByHolder: pending.holderConfirmedAt !== undefined,
      confirmedByOfficer: pending.officerConfirmedAt !== undefined,
    }
  );
};

/** The account as its holder sees it: masked too, since somebody may look over a shoulder or hold a stolen session. */
export const ownView = (file: AccountFile, at: Instant): AccountView => {
  const [current, pending] = [currentOf(file, at, true), pendingOf(file, at, true)];
  const { rejected, seq } = file.account;
  return {
    version: seq,
    ...(current && { current }),
    ...(pending && { pending }),
    ...(rejected && { rejected: { at: rejected.at, reason: file.rejectedBecause ?? '' } }),
    ...(pending &&
      file.entry && {
        contact: maskedContact(file.entry.to),
        ...(file.entry.isEarlier && { isEarlierContact: true }),
      }),
  };
};
