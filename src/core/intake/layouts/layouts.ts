import { HUBSPOT } from './hubspot';
import type { Layout } from './layout';
import { MAVEN } from './maven';
import { OTHERS } from './others';
import { OWN } from './own';
import { PIPEDRIVE } from './pipedrive';
import { SALESFORCE, SALESFORCE_HISTORY } from './salesforce';

/** Those that are looked for, the most particular first. */
export const LAYOUTS: readonly Layout[] = [
  OWN,
  MAVEN,
  PIPEDRIVE,
  ...OTHERS,
  HUBSPOT,
  SALESFORCE_HISTORY,
  SALESFORCE,
];
