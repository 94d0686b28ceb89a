import simplifiedOf from 'opencc-js/dict/TSCharacters';

const toSimplified = new Map(
  simplifiedOf.split('|').map((pair): [string, string] => {
    const [traditional = '', simple = ''] = pair.split(' ');
    return [traditional, simple];
  }),
);

/** A text in simplified characters, one for one. For comparing alone: what a file says is stored and shown as it stands. */
export function simplified(text: string): string {
  return text.replaceAll(
    /\p{Script=Han}/gu,
    (character) => toSimplified.get(character) ?? character,
  );
}
