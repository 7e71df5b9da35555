import { formatsIn } from '../words/formats';
import { pageWords } from '../words/page';

/** What the page says, with numbers and dates as in the editor's language. */
export const words = pageWords('en', formatsIn(document.documentElement.lang));

/** What all parts of it say in the same way. */
export const { say } = words;
