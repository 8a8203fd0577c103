import type { Listing } from '../release/listing.ts';
import type { THEMES } from '../release/stores.ts';

/** A page of pictures alone: a popup over the page that it was opened on. */
export function besides(page: Buffer, popup: Buffer): string {
  return `<!doctype html><style>
    body { margin: 0 }
    img { display: block }
    .popup { position: fixed; top: 12px; right: 24px; border-radius: 10px; box-shadow: 0 0 0 1px #8884, 0 12px 48px #0008 }
  </style>${image(page, '')}${image(popup, 'popup')}`;
}

/** A page with the icon, the name and the summary, at any size. */
export function banner(
  icon: string,
  { name, summary }: Listing,
  theme: (typeof THEMES)[number],
  language: string,
): string {
  const [paper, ink, soft] =
    theme === 'dark' ? ['#0f1420', '#f1f5f9', '#b6c2d6'] : ['#f5f8ff', '#14213f', '#41507a'];
  return `<!doctype html><html lang="${language}"><style>
    body { display: flex; gap: 6vw; align-items: center; box-sizing: border-box; height: 100vh; margin: 0; padding: 0 8vw; background: ${paper}; color: ${ink}; font-family: system-ui, sans-serif }
    svg { flex: none; width: 27vw; height: auto; max-height: 60vh }
    h1 { margin: 0 0 .4em; font-size: 8.2vw; line-height: 1 }
    p { margin: 0; color: ${soft}; font-size: 4.4vw; line-height: 1.35; text-wrap: balance }
    @media (width > 1000px) { h1 { font-size: 6vw } p { font-size: 2.6vw } svg { width: 20vw } }
  </style><body>${icon}<div><h1>${name}</h1><p>${summary}</p></div>`;
}

function image(png: Buffer, name: string): string {
  return `<img class="${name}" alt="" src="data:image/png;base64,${png.toString('base64')}">`;
}
