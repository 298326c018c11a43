import { authorityOn } from '../../shared/authorities/directory.ts';
import { dayOf, type Instant } from '../../shared/kernel/day.ts';
import { calendarFile } from './calendar-file.ts';
import type { StoredBody, StoredSitting } from './views.ts';

/** Where a person reads the sitting. */
export const sittingAddress = ({ body, id }: StoredSitting, publicUrl: string): string =>
  `${publicUrl}/bodies/${body}/sittings/${id}`;

/** The sitting as a calendar file. The way in online is not in it, since calendars are often shared. */
export const calendarOfSitting = (
  stored: StoredSitting,
  { known }: Pick<StoredBody, 'known'>,
  { publicUrl, at }: { readonly publicUrl: string; readonly at: Instant },
): { readonly method: string; readonly text: string } => {
  const { sitting, words } = stored;
  const { from, to } = sitting.plan!;
  return calendarFile(
    {
      uid: `${stored.id}@${new URL(publicUrl).hostname}`,
      revision: sitting.revision,
      from,
      to,
      title: `${known.name}: ${words.title}`,
      place: words.place,
      address: sittingAddress(stored, publicUrl),
      office: { name: known.name, mail: authorityOn(known.authority, dayOf(at))?.mail ?? '' },
      isCancelled: sitting.stage === 'cancelled',
    },
    at,
  );
};
