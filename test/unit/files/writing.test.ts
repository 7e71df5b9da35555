import assert from 'node:assert/strict';
import { WRITING_COMMANDS } from '../../../src/files/editor/travel/writing';
import { COMMANDS, type CommandId } from '../../../src/ids';

/** The commands that are done while the pipelines are shown as they were: they look, choose what is shown, or change no deal. */
const OTHERS: readonly CommandId[] = [
  COMMANDS.findDeal,
  COMMANDS.findContact,
  COMMANDS.copyLink,
  COMMANDS.open,
  COMMANDS.openToSide,
  COMMANDS.openPreview,
  COMMANDS.showIcons,
  COMMANDS.revealFile,
  COMMANDS.copyPath,
  COMMANDS.sortBy,
  COMMANDS.groupBy,
  COMMANDS.filter,
  COMMANDS.changeFilter,
  COMMANDS.clearFilter,
  COMMANDS.showMine,
  COMMANDS.showEveryones,
  COMMANDS.savedViews,
  // Views of one's own; for the team it refuses by itself.
  COMMANDS.saveView,
  COMMANDS.nextDeal,
  COMMANDS.previousDeal,
  COMMANDS.revealInTree,
  COMMANDS.openToday,
  COMMANDS.openChanges,
  COMMANDS.openForecast,
  COMMANDS.openFunnel,
  COMMANDS.openTime,
  COMMANDS.openProcess,
  COMMANDS.openWhatIf,
  COMMANDS.refresh,
  COMMANDS.readRest,
  // Settings of git, and a text that nobody has committed yet.
  COMMANDS.setUpMerging,
  COMMANDS.proposeMessage,
  COMMANDS.changesSince,
  COMMANDS.showTimeline,
  COMMANDS.openBrief,
  // Files beside the pipeline.
  COMMANDS.exportDeals,
  COMMANDS.exportCalendar,
  COMMANDS.openReview,
  COMMANDS.showAsOf,
  COMMANDS.backToNow,
];

describe('the commands that are refused while the past is shown', () => {
  it('are told from those that aren’t, so that a new command is one or the other', () => {
    const told = [...WRITING_COMMANDS, ...OTHERS].sort();
    assert.deepEqual(told, Object.values(COMMANDS).sort());
  });
});
