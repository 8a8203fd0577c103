// 16 × 16, drawn for this project; a stroke of 1.4 stays crisp at one and two device pixels.
// One constant a picture, so that a content script carries only those that it shows.

export const star =
  'M8 1.9l1.85 3.86 4.2.57-3.07 2.94.75 4.2L8 11.43l-3.73 2.04.75-4.2L1.95 6.33l4.2-.57z';
/** What stands for a star where a site has a star of its own. */
export const dots =
  'M8 5.9a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM3.9 13.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM12.1 13.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z';
export const tag =
  'M2.2 7.3V3.1a.9.9 0 0 1 .9-.9h4.2c.27 0 .53.1.72.3l5.4 5.4a1 1 0 0 1 0 1.44l-4.1 4.1a1 1 0 0 1-1.43 0L2.5 8.02a1 1 0 0 1-.3-.72zM5.4 5.4h.01';
export const note =
  'M3.4 2.2h9.2a.9.9 0 0 1 .9.9v6.6l-3.8 4.1H3.4a.9.9 0 0 1-.9-.9V3.1a.9.9 0 0 1 .9-.9zM9.6 13.6V9.9h3.7M5.2 5.5h5.6M5.2 8.2h3.2';
export const unread = 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4z';
export const toRead = 'M4.2 2.2h7.6a.6.6 0 0 1 .6.6v10.9L8 10.9l-4.4 2.8V2.8a.6.6 0 0 1 .6-.6z';
export const reading =
  'M8 4.1C6.7 3 4.8 2.7 2.2 2.8v9.6c2.6-.1 4.5.3 5.8 1.3 1.3-1 3.2-1.4 5.8-1.3V2.8C11.2 2.7 9.3 3 8 4.1zM8 4.1v9.5';
export const read = 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM5.2 8.2l2 2 3.7-4.2';
export const close = 'M4 4l8 8M12 4l-8 8';
export const search = 'M7 11.6A4.6 4.6 0 1 0 7 2.4a4.6 4.6 0 0 0 0 9.2zM10.4 10.4l3.4 3.4';
export const edit = 'M10.9 2.7l2.4 2.4L5.6 12.8l-3 .6.6-3zM9.3 4.3l2.4 2.4';
export const trash =
  'M2.8 4.2h10.4M6.2 4.2V2.6h3.6v1.6M4.2 4.2l.6 9.2h6.4l.6-9.2M6.8 6.8v4M9.2 6.8v4';
export const exporting = 'M8 10V2.4M5 5.2l3-2.9 3 2.9M2.6 9.8v3.6h10.8V9.8';
export const importing = 'M8 2.4V10M5 7.2l3 2.9 3-2.9M2.6 9.8v3.6h10.8V9.8';
export const settings =
  'M2.4 4.6h6.4M12 4.6h1.6M2.4 11.4H4M7.2 11.4h6.4M10.4 6.2a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2zM5.6 13a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z';
export const open = 'M6.4 3H3v10h10V9.6M9.4 2.6h4v4M13.2 2.8L7.6 8.4';
export const undo = 'M5.6 3.2L2.6 6.2l3 3M2.8 6.2h6.4a4 4 0 0 1 0 8H6.4';
export const keyboard = 'M1.8 4h12.4v8H1.8zM4.4 6.6h.01M7 6.6h.01M9.6 6.6h.01M12 6.6h.01M5 9.4h6';
export const eye =
  'M1.6 8C3 5.4 5.2 3.9 8 3.9S13 5.4 14.4 8C13 10.6 10.8 12.1 8 12.1S3 10.6 1.6 8zM8 10.1a2.1 2.1 0 1 0 0-4.2 2.1 2.1 0 0 0 0 4.2z';
export const chevron = 'M6 3.6L10.4 8 6 12.4';
export const upvote = 'M8 3.2l4.8 8.4H3.2z';
export const library = 'M3 2.6h2.6v10.8H3zM6.8 2.6h2.6v10.8H6.8zM10.6 3.4l2.2-.6 2.2 10-2.3.5z';
export const history = 'M2.6 8a5.4 5.4 0 1 0 1.7-3.9M2.4 2.8v2.8h2.8M8 5v3.2l2.2 1.4';
export const descending = 'M4.6 3v9.6M2 10.2l2.6 2.6 2.6-2.6M9 4h5M9 8h3.6M9 12h2.2';
export const ascending = 'M4.6 13V3.4M2 5.8l2.6-2.6 2.6 2.6M9 4h2.2M9 8h3.6M9 12h5';
export const panel = 'M2 3h12v10H2zM9.6 3v10';
export const filter = 'M2.4 3.6h11.2M4.6 8h6.8M6.6 12.4h2.8';
export const back = 'M9.8 3.4L5.2 8l4.6 4.6M5.4 8h8';
export const untag =
  'M2.2 7.3V3.1a.9.9 0 0 1 .9-.9h4.2c.27 0 .53.1.72.3l5.4 5.4a1 1 0 0 1 0 1.44l-4.1 4.1a1 1 0 0 1-1.43 0L2.5 8.02a1 1 0 0 1-.3-.72zM5.8 7.6h4';
export const palette =
  'M8 2a6 6 0 1 0 0 12c1.1 0 1.6-.7 1.4-1.6-.3-1.2.4-2 1.6-2h1.2A1.9 1.9 0 0 0 14 8.4C14 4.8 11.3 2 8 2zM5 6.4h.01M8 4.8h.01M11 6.4h.01M4.6 9.6h.01';
export const tick = 'M3.6 8.6l2.8 2.8 6-6.4';
export const plus = 'M8 3.2v9.6M3.2 8h9.6';
export const copy =
  'M5.8 5.8V3.4a.9.9 0 0 1 .9-.9h5.9a.9.9 0 0 1 .9.9v5.9a.9.9 0 0 1-.9.9h-2.4M3.4 5.8h5.9a.9.9 0 0 1 .9.9v5.9a.9.9 0 0 1-.9.9H3.4a.9.9 0 0 1-.9-.9V6.7a.9.9 0 0 1 .9-.9z';
export const news =
  'M8 2.2l1.3 3.5 3.5 1.3-3.5 1.3L8 11.8 6.7 8.3 3.2 7l3.5-1.3zM12.6 10.6v3.2M11 12.2h3.2';
export const chart = 'M2.6 13.4h10.8M4.4 11V8.4M8 11V3M11.6 11V6';
export const alert = 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.7v4.1M8 11.2h.01';
export const clock = 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.6V8l2.3 1.5';
