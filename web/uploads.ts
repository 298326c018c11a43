import type { UploadId } from '../shared/kernel/id.ts';
import type { UploadForm } from '../shared/kernel/uploads.ts';
import { send, type Answer } from './api.ts';
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

/**
 * Hands a file over; it belongs to nothing until an act names it. `onProgress` gets the share sent, 0 to 1. Never throws: to
 * try again, call it anew.
 */
export const upload = async (file: Blob, onProgress: (share: number) => void): Promise<Answer<UploadId>> => {
  const id = crypto.randomUUID() as string as UploadId;
  const form = await send<UploadForm>('/api/uploads', {
    method: 'POST',
    body: { id, type: file.type, size: file.size },
  });
  if (!form.ok) return form;
  const sent = await sendForm(form.value, file, onProgress);
  return sent.ok ? { ok: true, value: id } : sent;
};
