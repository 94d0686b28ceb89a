import { pinyin } from 'pinyin-pro';

/** How a character can be read, without tones; a character that has no reading stands for itself. */
export function readingsOf(character: string): readonly string[] {
  return pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
}
