/** What one paper can be copied as, in the order in which it is offered. */
export const COPY_STYLES = ['bibtex', 'markdown', 'citation', 'link'] as const;
export type CopyStyle = (typeof COPY_STYLES)[number];
