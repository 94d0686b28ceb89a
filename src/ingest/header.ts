/** A header cell taken apart: its words without blanks, and the unit in its parentheses. */
export interface Header {
  readonly name: string;
  readonly unit: string | null;
}

const unitWords = /^(?:单位[::]?)?(元|千元|万元|亿元|分|颗|个|%|％|‰|人|户|亩)$/;

/** `经营性收入(万元)` is {name: '经营性收入', unit: '万元'}; parentheses that hold no unit stay in the name. */
export function readHeader(text: string): Header {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const parts = /^(.*)\(([^()]*)\)$/.exec(plain);
  const unit = parts?.[2] === undefined ? null : unitWords.exec(parts[2]);
  if (parts?.[1] && unit?.[1]) return { name: parts[1], unit: unit[1] };
  return { name: plain, unit: null };
}
