import type { UploadId } from '../shared/kernel/id.ts';
import { HEAD_LENGTH, kindOfHead, type KnownKind } from '../shared/kernel/file-head.ts';
import type { UploadForm, UploadType } from '../shared/kernel/uploads.ts';
import { send, type Answer } from './api.ts';
import { t } from './i18n.ts';
import { problemFrom } from './problem.ts';

const OFFLINE = { ok: false, problem: { kind: 'offline' } } as const;

const formData = ({ fields }: UploadForm, file: Blob): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', file);
  return data;
};

/** `fetch` cannot tell how much has been sent; on a slow line that is what people want to know. */
const sendForm = (form: UploadForm, file: Blob, onProgress: (share: number) => void): Promise<Answer<undefined>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => resolve(OFFLINE));
    request.addEventListener('abort', () => resolve(OFFLINE));
    request.addEventListener('load', () => {
      const { status } = request;
      resolve(
        status >= 200 && status < 300
          ? { ok: true, value: undefined }
          : { ok: false, problem: problemFrom(status, {}) },
      );
    });
    request.open('POST', form.url);
    request.send(formData(form, file));
  });

/** Why a file of this kind is not taken, and what to do with it. */
const refusalOf = (kind: 'office' | 'heic' | 'picture' | undefined): string => {
  if (kind === 'office') return t('ui.file.office');
  return kind === undefined ? t('kernel.refusal.upload-type') : t('ui.file.picture');
};

export const kindOf = async (file: Blob): Promise<KnownKind | undefined> =>
  kindOfHead(new Uint8Array(await file.slice(0, HEAD_LENGTH).arrayBuffer()));

/** By its first bytes: browsers name the type in several ways, or not at all. A statement of the bank says what it is. */
const typeOf = async (file: Blob): Promise<Answer<UploadType>> => {
  if (file.type === 'application/xml') return { ok: true, value: file.type };
  const kind = await kindOf(file);
  return kind === 'image/jpeg' || kind === 'image/png' || kind === 'application/pdf'
    ? { ok: true, value: kind }
    : { ok: false, problem: { kind: 'refused', refusal: 'upload-type', detail: refusalOf(kind) } };
};

/**
 * Hands a file over; it belongs to nothing until an act names it. `onProgress` gets the share sent, 0 to 1. Never throws: to
 * try again, call it anew.
 */
export const upload = async (file: Blob, onProgress: (share: number) => void): Promise<Answer<UploadId>> => {
  const id = crypto.randomUUID() as string as UploadId;
  const type = await typeOf(file);
  if (!type.ok) return type;
  const form = await send<UploadForm>('/api/uploads', {
    method: 'POST',
    body: { id, type: type.value, size: file.size },
  });
  if (!form.ok) return form;
  const sent = await sendForm(form.value, file, onProgress);
  return sent.ok ? { ok: true, value: id } : sent;
};
