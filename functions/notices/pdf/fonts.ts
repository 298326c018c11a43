import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const installed = createRequire(import.meta.url);

/**
 * Static faces only, and none of the machine's: the same notice everywhere. Vazirmatn comes before Noto Sans Arabic,
 * which builds its letters from parts: copied or read aloud, each part would be a letter of its own.
 */
const FACES = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  '@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
] as const;

/** The font files of a notice; read once, about 1.7 MB. */
export const loadFonts = (): Buffer[] => FACES.map((face) => readFileSync(installed.resolve(face)));
