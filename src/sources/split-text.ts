/** One document of a text, with the offset at which it begins. */
export interface TextPart {
  readonly text: string;
  readonly offset: number;
}

/** Cuts a text at its document markers. A marker begins a line, where no value of YAML can stand. */
export function splitText(text: string): readonly TextPart[] {
  const starts = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
  const cuts = starts[0] === 0 ? starts : [0, ...starts];
  return cuts.map((offset, index) => ({ text: text.slice(offset, cuts[index + 1]), offset }));
}
