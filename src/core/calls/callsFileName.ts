/** In a pipeline's folder: what owners say they will win, and when they said it. */
export const CALLS_FILE = 'forecast.yaml';
