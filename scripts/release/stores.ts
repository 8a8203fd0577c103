import type { Packages } from './packages.ts';

/** How many characters a store takes. */
interface Limits {
  name: number;
  /** The one sentence beside the name. */
  summary: number;
  description: readonly [least: number, most: number];
}

/** A store, what it gets, and how long its texts may be. */
export interface Store {
  name: string;
  packages: readonly (keyof Packages)[];
  limits: Limits;
}

/** Chrome and Edge take name and summary from the package, AMO lets them be written; all of them get the same. */
export const STORES: readonly Store[] = [
  {
    name: 'Chrome Web Store',
    packages: ['chrome'],
    limits: { name: 75, summary: 132, description: [1, 16_000] },
  },
  {
    name: 'Microsoft Edge Add-ons',
    packages: ['edge'],
    limits: { name: 45, summary: 132, description: [250, 10_000] },
  },
  {
    name: 'Firefox Add-ons (AMO)',
    packages: ['firefox', 'sources'],
    limits: { name: 50, summary: 250, description: [1, 15_000] },
  },
];

/** Pictures for the stores' pages: name and size in pixels. All stores take these. */
export const PICTURE_SIZES = {
  listing: [1280, 800],
  popup: [1280, 800],
  library: [1280, 800],
  /** Beside the name, in lists of extensions. */
  tile: [440, 280],
  marquee: [1400, 560],
} as const satisfies Record<string, readonly [width: number, height: number]>;

/** In which themes each picture is made. */
export const THEMES = ['light', 'dark'] as const;

/** Where a picture is written, from the project's folder. */
export function storePicture(
  language: string,
  name: keyof typeof PICTURE_SIZES,
  theme: (typeof THEMES)[number],
): string {
  return `.output/store/${language}/${name}-${theme}.png`;
}

/** All pictures of a language. */
export function storePictures(language: string): string[] {
  const names = Object.keys(PICTURE_SIZES) as (keyof typeof PICTURE_SIZES)[]; // its own keys
  return names.flatMap((name) => THEMES.map((theme) => storePicture(language, name, theme)));
}
