import { codeKeep } from '../files/disk/codeKeep';
import { text, version } from './main.ts?program';
import { runKept } from '../files/disk/runKept';

/*
 * Runs the command line. It stands in this file as text, so that what Node has made of its code can be kept in the user's cache
 * folder for the next time; but for the command that clears that folder.
 */
const args = process.argv.slice(2);
const keep = args[0] === 'cache' ? undefined : codeKeep(version, ['.', ...args]);

runKept(text, { load: require, filename: __filename }, keep);
