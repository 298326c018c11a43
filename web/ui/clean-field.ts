import { createSignal, type Accessor } from 'solid-js';
import { invisibleSigns, withoutInvisibleSigns } from '../../shared/kernel/characters.ts';
import { t } from '../i18n.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** The text without signs that nobody sees; in one line, where the field has only one. */
const cleanedText = (text: string, isLine: boolean): string => {
  const clean = withoutInvisibleSigns(text);
  return isLine ? clean.replace(/[\n\t]+/g, ' ') : clean;
};

/**
 * Signs that nobody sees come along when text is copied from mails, chats and documents. They are dropped as they arrive, with
 * a word, since nobody could find them. `read` gives the field's text and leaves the caret where it was.
 */
export const createCleaning = (isLine: boolean): { read: (event: InputEvent) => string; note: Accessor<string> } => {
  const [dropped, setDropped] = createSignal(0);
  return {
    read(event) {
      const box = event.target as TextBox;
      const { value } = box;
      const clean = event.isComposing ? value : cleanedText(value, isLine);
      if (clean === value) return value;
      const caret = cleanedText(value.slice(0, box.selectionStart ?? value.length), isLine).length;
      box.value = clean;
      box.setSelectionRange(caret, caret);
      setDropped((before) => before + invisibleSigns(value).length);
      return clean;
    },
    note: () => (dropped() === 0 ? '' : t('ui.field.dropped', { count: dropped() })),
  };
};
