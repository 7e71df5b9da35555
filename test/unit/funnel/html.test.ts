import assert from 'node:assert/strict';
import { pageHtml } from '../../../src/funnel/html';

const html = pageHtml({
  script: 'https://files.example/funnel.js',
  style: 'https://files.example/funnel.css?a=1&b="',
  cspSource: "'self' https://*.example",
  nonce: 'abc123',
  language: 'de',
});

describe('the page’s HTML', () => {
  it('allows its own files and nothing else', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
    assert.deepEqual(policy!.split('; '), [
      "default-src 'none'",
      "style-src 'self' https://*.example",
      "img-src 'self' https://*.example data:",
      "font-src 'self' https://*.example",
      "script-src 'nonce-abc123'",
    ]);
  });

  it('has no script or style of its own, and no style attributes', () => {
    assert.doesNotMatch(html, /<style|\sstyle=|unsafe|\son\w+=/);
    assert.match(html, /<script nonce="abc123" src="https:\/\/files\.example\/funnel\.js"><\/script>/);
  });

  it('speaks the editor’s language, and addresses cannot break out of it', () => {
    assert.match(html, /<html lang="de">/);
    assert.match(html, /href="https:\/\/files\.example\/funnel\.css\?a=1&amp;b=&quot;"/);
  });
});
