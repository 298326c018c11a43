import type { Page } from 'playwright-core';

/** A photograph of a receipt as a phone takes it: a large JPEG, drawn in the browser of the journey. */
export const receiptPicture = async (page: Page, text: string): Promise<Buffer> => {
  const encoded = await page.evaluate<string>(
    `(() => { const canvas = Object.assign(document.createElement('canvas'), { width: 3024, height: 4032 });
      const context = canvas.getContext('2d');
      context.fillStyle = '#f5f1e6'; context.fillRect(0, 0, 3024, 4032);
      context.fillStyle = '#222'; context.font = '160px sans-serif'; context.fillText(${JSON.stringify(text)}, 200, 600);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]; })()`,
  );
  return Buffer.from(encoded, 'base64');
};
