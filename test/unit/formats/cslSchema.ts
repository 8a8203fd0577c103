// What CSL 1.0.2 says that an item may have (https://docs.citationstyles.org, appendix IV), as a JSON schema of our own:
// the published one comes in no package. Where CSL leaves a choice, this one is the narrower.

const words = (text: string): string[] => text.trim().split(/\s+/);

const TYPES = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`);

const TEXTS = words(`
  abstract annote archive archive_collection archive_location archive-place authority call-number citation-key
  citation-label collection-title container-title container-title-short dimensions division DOI event-place event-title
  genre ISBN ISSN journalAbbreviation jurisdiction keyword language license medium note original-publisher
  original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre
  reviewed-title scale shortTitle source status title title-short URL version volume-title year-suffix`);

const NUMBERS = words(`
  chapter-number citation-number collection-number edition first-reference-note-number issue locator number
  number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number volume`);

const NAMES = words(`
  author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer
  producer recipient reviewed-author script-writer series-creator translator`);

const DATES = words('accessed available-date event-date issued original-date submitted');

const text = { type: 'string' };
const object = (properties: object) => ({
  type: 'object',
  properties,
  additionalProperties: false,
  minProperties: 1,
});
const all = <T>(names: readonly string[], schema: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, schema]));

const name = {
  oneOf: [
    object({ literal: { ...text, minLength: 1 } }),
    {
      ...object(all(words('family given suffix dropping-particle non-dropping-particle'), text)),
      required: ['family'],
    },
  ],
};
const day = {
  type: 'array',
  minItems: 1,
  maxItems: 3,
  items: [
    { type: ['integer', 'string'], pattern: '^-?\\d+$' }, // Zotero writes years as text
    { type: 'integer', minimum: 1, maximum: 12 },
    { type: 'integer', minimum: 1, maximum: 31 },
  ],
};
const date = object({ 'date-parts': { type: 'array', minItems: 1, maxItems: 2, items: day } });

/** A file of CSL items, draft 7. */
export const CSL_SCHEMA = {
  type: 'array',
  items: {
    ...object({
      id: { ...text, minLength: 1 },
      type: { enum: TYPES },
      categories: { type: 'array', items: text },
      custom: { type: 'object' },
      ...all(TEXTS, text),
      ...all(NUMBERS, { type: ['string', 'number'] }),
      ...all(NAMES, { type: 'array', minItems: 1, items: name }),
      ...all(DATES, date),
    }),
    required: ['id', 'type'],
  },
};
