/** Colours that a tag can have; how each looks in light and dark is the interface's. */
export const TAG_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'brown',
  'grey',
] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

/** A tag that the reader gave a colour; `key` is its `tagKey`, so that every spelling has it. */
export interface ColouredTag {
  key: string;
  tag: string;
  colour: TagColour;
}
