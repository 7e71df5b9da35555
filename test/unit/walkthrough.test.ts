import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { COMMANDS, CONTEXT } from '../../src/ids';
import { MANIFEST, TITLES } from './support/manifest';

const OURS = Object.values<string>(COMMANDS);
const { steps } = MANIFEST.contributes.walkthroughs[0]!;

/** What stands in the manifest as a key. */
const words = (key: string) => TITLES[key.slice(1, -1)];

describe('the walkthrough', () => {
  it('has a step for the deal, the move, Today, the funnel, the process and git', () => {
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['deal', 'move', 'today', 'funnel', 'process', 'git'],
    );
  });

  for (const { id, title, description, media, completionEvents } of steps)
    describe(`in the step ${id}`, () => {
      it('has its words, and buttons of commands that there are', () => {
        assert.ok(words(title));
        const buttons = [...words(description)!.matchAll(/\]\(command:([\w.]+)\)/g)].map(
          ([, command]) => command!,
        );
        assert.ok(buttons.length > 0);
        for (const command of buttons)
          assert.ok(OURS.includes(command) || command === 'workbench.view.scm', command);
      });

      it('shows a picture or a text that is there', () => {
        assert.ok(existsSync((media.image ?? media.markdown)!));
        if (media.image) assert.ok(words(media.altText!));
      });

      it('ticks itself by what is done in it', () => {
        assert.ok(completionEvents.length > 0);
        for (const event of completionEvents) {
          const [, kind, what] = /^(\w+):([\w.]+)/.exec(event)!;
          const known =
            kind === 'onCommand' ? OURS : [...Object.values<string>(CONTEXT), 'gitOpenRepositoryCount'];
          assert.ok(known.includes(what!), event);
        }
      });
    });
});
