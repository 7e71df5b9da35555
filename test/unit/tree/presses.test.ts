import assert from 'node:assert/strict';
import { Presses } from '../../../src/tree/presses';

describe('keys in a view', () => {
  it('have the view take the focus for the deal that they moved, once', () => {
    const presses = new Presses();
    presses.begin(['acme', 'globex']);
    assert.equal(presses.takeFocus('initech'), false);
    assert.equal(presses.takeFocus('acme'), true);
    assert.equal(presses.takeFocus('acme'), false);
  });

  it('have it do so where the deal is followed after all is done', () => {
    const presses = new Presses();
    presses.begin(['acme']).end();
    assert.equal(presses.takeFocus('acme'), true);
  });

  it('leave the focus to the question of a key that came before the view followed the one before', () => {
    const presses = new Presses();
    presses.begin(['acme']);
    const asking = presses.begin(['acme']);
    assert.equal(presses.takeFocus('acme'), false);
    asking.end();
    assert.equal(presses.takeFocus('acme'), true);
  });

  it('take it again after a question that was given up', () => {
    const presses = new Presses();
    presses.begin(['acme']).end();
    presses.begin(['acme']);
    assert.equal(presses.takeFocus('acme'), true);
  });

  it('take it no longer where the person has gone elsewhere', () => {
    const presses = new Presses();
    presses.begin(['acme']);
    presses.forget();
    assert.equal(presses.takeFocus('acme'), false);
  });
});
