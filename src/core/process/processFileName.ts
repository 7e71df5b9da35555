/** The file that makes a folder a pipeline and says how its team sells. */
export const PROCESS_FILE = 'sales-process.yaml';
