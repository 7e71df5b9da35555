import { once } from 'node:events';

describe('an extension of VS Code’s own', () => {
  it('fails no test of ours when it throws what nobody catches', async () => {
    const thrown = Object.assign(new Error('write EPIPE'), {
      stack: 'Error: write EPIPE\n    at run (/code/lib/vscode/extensions/git/dist/main.js:66:494)',
    });
    const seen = once(process, 'uncaughtException');
    setTimeout(() => {
      throw thrown;
    });
    await seen;
  });
});
