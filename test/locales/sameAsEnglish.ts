interface Same {
  /** In every language. */
  everywhere: readonly string[];
  [language: string]: readonly string[] | undefined;
}

/** Texts that may read as the English one: names of products and formats, what is only placeholders and signs, and words that a language took from English or shares with it. */
export const SAME_AS_ENGLISH: Same = {
  everywhere: [
    'extensionName',
    'textDirection',
    ...['cardControls', 'buttonSays', 'buttonPaper', 'aboutVersion'], // Asterism: $1
    ...[
      'noteIsMarkdown',
      'formatMarkdown',
      'formatBibtex',
      'formatBiblatex',
      'formatRis',
      'formatCsv',
    ],
    ...['formatCsl', 'formatJson', 'formatRisFor', 'copyBibtex', 'importAsBibtex', 'importAsRis'],
    ...['importAsEndnote', 'importAsCsv', 'linkPdf', 'linkArxiv', 'linkHuggingFace'],
    'newVersion', // v$1
    ...['andOthers', 'omniboxAuthors'], // et al., which bibliographies keep in Latin
  ],
  'zh-CN': [],
  ja: [],
  de: [
    ...['fieldVersion', 'syncWhyOffline'],
    ...['tagsLabel', 'editTags', 'fieldTags', 'facetTag', 'tagsTitle', 'placeTags', 'filterTag'],
    ...['filterStatus', 'fieldStatus', 'exportFormat'],
    ...[
      'fieldCode',
      'linkCode',
      'copyLink',
      'formatLinks',
      'datedToDownloads',
      'problemPaper',
      'colourOrange',
    ],
    ...['fieldUpvotes', 'sortUpvotes', 'fieldAbstract'],
    ...['abstractHeading', 'importHeading', 'exportHeading'],
  ],
  fr: [
    'fieldVersion',
    ...[
      'syncCameNote',
      'noteLabel',
      'fieldNote',
      'linkCode',
      'fieldCode',
      'fromPage',
      'fieldTimes',
      'sitesHeading',
    ],
    ...['completions', 'colourOrange', 'showPlaces', 'backupActions', 'exportFormat'],
    ...['tagSuggestions_one', 'tagSuggestions_many', 'tagSuggestions_other'],
  ],
  es: [],
};
