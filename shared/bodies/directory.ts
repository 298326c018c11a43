import { DISTRICT_KEYS, type DistrictKey } from '../authorities/authority.ts';
import { DISTRICTS } from '../authorities/directory.ts';
import { asId, type AuthorityId, type BodyId } from '../kernel/id.ts';
import type { Sourced } from '../law/status.ts';

/** A body on which volunteers sit (Beirat); everything here is public and holds no names of persons. */
export interface PublicBody extends Sourced {
  readonly id: BodyId;
  readonly kind: 'stateBoard' | 'districtBoard';
  readonly district?: DistrictKey;
  readonly name: string;
  /** Whom it advises, in German. */
  readonly advises: string;
  readonly legalBasis: string;
  readonly term: string;
  /** The authority that leads its office, certifies and pays. */
  readonly authority: AuthorityId;
}

const STATE_BOARD: PublicBody = {
  id: asId<'body'>('body-landesbeirat'),
  kind: 'stateBoard',
  name: 'Landesbeirat für Partizipation',
  advises: 'den Senat von Berlin in Fragen der Partizipation und der Migrationsgesellschaft',
  legalBasis: '§ 17 PartMigG',
  term: 'drei Jahre für die gewählten Mitglieder',
  authority: asId<'authority'>('be-sen-integration'),
  norm: '§ 17 PartMigG',
  source: 'berlin.de/lb/intmig; the text of the paragraph itself was not readable',
  status: 'verified',
};

const districtBoard = (district: DistrictKey): PublicBody => ({
  id: asId<'body'>(`body-bezirk-${district}`),
  kind: 'districtBoard',
  district,
  name: `Beirat für Partizipation und Integration ${DISTRICTS[district]}`,
  advises: `das Bezirksamt und die Bezirksverordnetenversammlung ${DISTRICTS[district]}`,
  legalBasis: '§ 19 PartMigG',
  term: 'Wahlperiode der Bezirksverordnetenversammlung',
  authority: asId<'authority'>(`be-ba-${district}`),
  norm: '§ 19 PartMigG',
  source: 'berlinmitallengestalten.de; term as in Pankow, for other districts assumed',
  status: 'general',
});

/** All bodies that the portal knows: the state board first, then the districts by key. */
export const BODIES: readonly PublicBody[] = [STATE_BOARD, ...DISTRICT_KEYS.map(districtBoard)];

export const bodyById = (id: string): PublicBody | undefined => BODIES.find((body) => body.id === id);
