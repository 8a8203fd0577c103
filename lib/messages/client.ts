import { ANSWERS } from './answers';
import { createSend } from './delivery';

/** Sends a message from one of our own pages. */
export const send = createSend(ANSWERS);
