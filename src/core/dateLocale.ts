/** English without a country writes the day first, as most of the world does, everywhere we show a date. */
export function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
