/** Whether what something else has proved is left to `npm run test:all`; tests read it too. */
const variable = 'DEAL_NOTES_TEST_SPARINGLY';

export function isSparing() {
  return process.env[variable] === '1';
}

/** For this process and all that it starts. */
export function beSparing() {
  process.env[variable] = '1';
}
