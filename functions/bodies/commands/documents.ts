import type * as z from 'zod/mini';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { dayOf } from '../../../shared/kernel/day.ts';
import type { BodyId, SittingId, UploadId } from '../../../shared/kernel/id.ts';
import { ok, refuse, type Result } from '../../../shared/kernel/result.ts';
import { dayOfWall } from '../../../shared/kernel/wall-time.ts';
import type { DocumentKind } from '../../../shared/bodies/facts.ts';
import { isOffice, permit } from '../../../shared/bodies/rules/permit.ts';
import type { SittingStep } from '../../../shared/bodies/views.ts';
import type { documentBody } from '../../../shared/bodies/wire.ts';
import type { Files } from '../../kernel/files.ts';
import { claimUpload, type ClaimedFile } from '../../kernel/upload-claim.ts';
import { PDF } from '../../kernel/upload-clean-pdf.ts';
import type { Uploads } from '../../kernel/uploads.ts';
import type { BodyDeps } from '../deps.ts';
import { readableSitting, sittingAsks, takeSittingStep, type SittingRequest } from '../sitting-step.ts';
import { documentSk, sittingOf, sittingPk } from '../views.ts';

export interface DocumentDeps extends BodyDeps {
  readonly files: Files;
  readonly uploads: Uploads;
}

type Asked = Omit<SittingRequest, 'act' | 'asked' | 'also'>;

/** A sitting's documents stand in one row of the lists, which pages read. */
const MOST_DOCUMENTS = 30;
const LINK_SECONDS = 300;

/** Under the hash of the bytes, as the fact names it. */
const paperPath = (sha256: string): string => `papers/${sha256}`;

/** Only the office's own upload is looked at: nobody else learns from it what there is. */
const takenPdf = async (deps: DocumentDeps, { actor, body }: Asked, upload: UploadId): Promise<Result<ClaimedFile>> => {
  if (!isOffice(actor, body)) return refuse('not-permitted');
  const taken = await claimUpload(deps, { upload, by: actor.person, as: PDF });
  if (taken.ok) {
    const { bytes, type, sha256 } = taken.value;
    await deps.files.put(paperPath(sha256), bytes, { type, immutable: true });
  }
  return taken;
};

/** Adds a PDF that the office handed over (Tagesordnung, Protokoll, Vorlage); it is called like its upload. */
export const addDocument = async (
  deps: DocumentDeps,
  request: Asked,
  asked: z.infer<typeof documentBody>,
): Promise<Result<SittingStep>> => {
  const { upload: document, kind, isPublic, title } = asked;
  const taken = await takenPdf(deps, request, document);
  return takeSittingStep(deps, { ...request, act: 'addDocument', asked }, ({ stored: { id, sitting } }) => {
    const permitted = permit('addDocument', sitting, request.body, request.actor);
    if (!permitted.ok) return permitted;
    if (sitting.documents.some((one) => one.document === document)) return refuse('document-exists');
    if (sitting.documents.length >= MOST_DOCUMENTS) return refuse('too-many-documents');
    if (!taken.ok) return taken;
    return ok({
      facts: [{ type: 'sitting.documentAdded', document, kind, sha256: taken.value.sha256, isPublic }],
      writes: [{ put: { pk: sittingPk(id), sk: documentSk(document), title } }],
    });
  });
};

/** Takes a document off all pages, with its title. */
export const removeDocument = (deps: BodyDeps, request: Asked, document: string): Promise<Result<SittingStep>> =>
  takeSittingStep(deps, { ...request, act: 'removeDocument', asked: { document } }, ({ stored: { id, sitting } }) => {
    const permitted = permit('removeDocument', sitting, request.body, request.actor);
    if (!permitted.ok) return permitted;
    if (!sitting.documents.some((one) => one.document === document)) return refuse('no-such-document');
    return ok({
      facts: [{ type: 'sitting.documentRemoved', document }],
      writes: [{ put: { pk: sittingPk(id), sk: documentSk(document), title: '' } }],
    });
  });

const FILE_NAMES: Readonly<Record<DocumentKind, string>> = {
  agenda: 'Tagesordnung',
  minutes: 'Protokoll',
  paper: 'Vorlage',
};

/** A link to the document: a public one for anyone, an internal one for whoever may read the sitting. */
export const openDocument = async (
  deps: DocumentDeps,
  actor: Actor | undefined,
  here: { readonly body: BodyId; readonly sitting: SittingId; readonly document: string },
): Promise<Result<{ readonly link: string }>> => {
  const rows = await deps.journal.read(sittingAsks(here.body, here.sitting));
  const stored = sittingOf(here.sitting, rows[0] ?? []);
  const found = stored?.sitting.documents.find(({ document }) => document === here.document);
  if (stored?.body !== here.body || found === undefined) return refuse('not-found');
  const reads = actor !== undefined && readableSitting(actor, here, rows, dayOf(deps.clock.now())) !== undefined;
  if (!found.isPublic && !reads) return refuse('not-found');
  const name = `${FILE_NAMES[found.kind]}-${dayOfWall(stored.sitting.plan!.from)}.pdf`;
  return ok({ link: await deps.files.link(paperPath(found.sha256), { name, seconds: LINK_SECONDS }) });
};
