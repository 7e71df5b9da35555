/** The languages that we speak. */
export type Language = 'en';
