/** Mail of many companies comes from these. */
export const SHARED_DOMAINS =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|mac|aol|gmx|web|proton|protonmail|mail|yandex|qq|163|t-online|orange|free|wanadoo)\./;
