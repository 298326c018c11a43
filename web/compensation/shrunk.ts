/** Long enough for a receipt to be read, small enough for a slow line: longest side in pixels, and quality of the JPEG. */
const LONGEST = 2000;
const QUALITY = 0.85;

/** The size at which a picture is sent; it is never made larger. */
export const shrunkSize = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/**
 * A photograph as a JPEG of at most 2000 px, the right way up and without what the camera wrote into it (place, device).
 * A PDF stays as it is. Undefined where the browser cannot read the picture.
 */
export const shrunk = async (file: Blob): Promise<Blob | undefined> => {
  if (file.type === 'application/pdf') return file;
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const canvas = Object.assign(document.createElement('canvas'), shrunkSize(picture.width, picture.height));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
};
