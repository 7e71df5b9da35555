/** Every name that package.json and the code must agree on, spelled once. */

export const COMMANDS = {
  advanceStage: 'dealNotes.advanceStage',
  moveBack: 'dealNotes.moveBack',
  setStage: 'dealNotes.setStage',
  markWon: 'dealNotes.markWon',
  stopPursuing: 'dealNotes.stopPursuing',
  reopen: 'dealNotes.reopen',
  newDeal: 'dealNotes.newDeal',
  logActivity: 'dealNotes.logActivity',
  setNextStep: 'dealNotes.setNextStep',
  setCloseDate: 'dealNotes.setCloseDate',
  setValue: 'dealNotes.setValue',
  setOwner: 'dealNotes.setOwner',
  addTag: 'dealNotes.addTag',
  copyLink: 'dealNotes.copyLink',
  undoMove: 'dealNotes.undoMove',
  openFunnel: 'dealNotes.openFunnel',
  refresh: 'dealNotes.refresh',
  createSample: 'dealNotes.createSample',
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Commands of our own, not for the palette. */
export const PRIVATE_COMMANDS = {
  /** Runs the command that is its argument on what is selected in the tree. */
  onSelection: 'dealNotes._onSelection',
} as const;

export const VIEWS = { pipeline: 'dealNotes.pipeline', funnel: 'dealNotes.funnel' } as const;

/** Keys of `when` clauses. */
export const CONTEXT = {
  /** The workspace has been searched for pipelines: until then nobody knows that there is none. */
  hasSearched: 'dealNotes.hasSearched',
  hasPipeline: 'dealNotes.hasPipeline',
  /** The active editor shows a deal. */
  dealIsOpen: 'dealNotes.dealIsOpen',
} as const;

export const SETTINGS = { section: 'dealNotes', folder: 'folder' } as const;
