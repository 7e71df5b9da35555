import type { Found } from '../../../core/found';
import { quoted } from './quoted';

/** `“maybe”`, `a list`, `42` */
export function foundThere(found: Found): string {
  switch (found.is) {
    case 'nothing':
      return 'nothing';
    case 'list':
      return 'a list';
    case 'group':
      return 'a group of keys';
    case 'alias':
      return 'an alias';
    case 'text':
      return quoted(found.text);
    case 'plain':
      return found.text;
  }
}
