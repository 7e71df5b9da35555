/** Every name that package.json and the code must agree on, spelled once. */

export const COMMANDS = {
  advanceStage: 'dealNotes.advanceStage',
  moveBack: 'dealNotes.moveBack',
  setStage: 'dealNotes.setStage',
  markWon: 'dealNotes.markWon',
  stopPursuing: 'dealNotes.stopPursuing',
  reopen: 'dealNotes.reopen',
  newDeal: 'dealNotes.newDeal',
  newDealForAccount: 'dealNotes.newDealForAccount',
  completeNextStep: 'dealNotes.completeNextStep',
  tickTodo: 'dealNotes.tickTodo',
  logActivity: 'dealNotes.logActivity',
  logFrom: 'dealNotes.logFrom',
  setNextStep: 'dealNotes.setNextStep',
  setCloseDate: 'dealNotes.setCloseDate',
  holdUntil: 'dealNotes.holdUntil',
  setValue: 'dealNotes.setValue',
  setOwner: 'dealNotes.setOwner',
  setAccount: 'dealNotes.setAccount',
  setSource: 'dealNotes.setSource',
  addTag: 'dealNotes.addTag',
  checkCriteria: 'dealNotes.checkCriteria',
  insertChecklist: 'dealNotes.insertChecklist',
  renameDeal: 'dealNotes.renameDeal',
  renameShared: 'dealNotes.renameShared',
  findDeal: 'dealNotes.findDeal',
  findContact: 'dealNotes.findContact',
  archive: 'dealNotes.archive',
  copyLink: 'dealNotes.copyLink',
  fix: 'dealNotes.fix',
  open: 'dealNotes.open',
  openToSide: 'dealNotes.openToSide',
  openPreview: 'dealNotes.openPreview',
  deleteFile: 'dealNotes.deleteFile',
  showIcons: 'dealNotes.showIcons',
  revealFile: 'dealNotes.revealFile',
  copyPath: 'dealNotes.copyPath',
  undoMove: 'dealNotes.undoMove',
  sortBy: 'dealNotes.sortBy',
  groupBy: 'dealNotes.groupBy',
  filter: 'dealNotes.filter',
  changeFilter: 'dealNotes.changeFilter',
  clearFilter: 'dealNotes.clearFilter',
  showMine: 'dealNotes.showMine',
  showEveryones: 'dealNotes.showEveryones',
  savedViews: 'dealNotes.savedViews',
  saveView: 'dealNotes.saveView',
  nextDeal: 'dealNotes.nextDeal',
  previousDeal: 'dealNotes.previousDeal',
  revealInTree: 'dealNotes.revealInTree',
  openToday: 'dealNotes.openToday',
  nextThree: 'dealNotes.nextThree',
  openChanges: 'dealNotes.openChanges',
  openForecast: 'dealNotes.openForecast',
  setForecastCall: 'dealNotes.setForecastCall',
  openFunnel: 'dealNotes.openFunnel',
  openTime: 'dealNotes.openTime',
  openProcess: 'dealNotes.openProcess',
  openWhatIf: 'dealNotes.openWhatIf',
  refresh: 'dealNotes.refresh',
  readRest: 'dealNotes.readRest',
  createProcess: 'dealNotes.createProcess',
  createSample: 'dealNotes.createSample',
  importDeals: 'dealNotes.importDeals',
  adoptNotes: 'dealNotes.adoptNotes',
  resolveConflict: 'dealNotes.resolveConflict',
  setUpMerging: 'dealNotes.setUpMerging',
  proposeMessage: 'dealNotes.proposeMessage',
  commitDeals: 'dealNotes.commitDeals',
  changesSince: 'dealNotes.changesSince',
  writeHistory: 'dealNotes.writeHistory',
  showTimeline: 'dealNotes.showTimeline',
  openBrief: 'dealNotes.openBrief',
  openReview: 'dealNotes.openReview',
  exportDeals: 'dealNotes.exportDeals',
  exportCalendar: 'dealNotes.exportCalendar',
  showAsOf: 'dealNotes.showAsOf',
  backToNow: 'dealNotes.backToNow',
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Commands of our own, not for the palette. */
export const PRIVATE_COMMANDS = {
  /** Runs the command that is its argument on what is selected in the tree. */
  onSelection: 'dealNotes._onSelection',
  /** Moves deals, given by their addresses, to a stage, to `won` or to `lost`. */
  moveTo: 'dealNotes._moveTo',
  /** Runs the command that is its argument on the deal that is highlighted in Find Deal. */
  onFound: 'dealNotes._onFound',
  /** Lists what else can be done about a deal, given by its address. */
  moreFor: 'dealNotes._moreFor',
  /** Shows some deals of a pipeline, given as `PickedDeals`, and no others in the view. */
  showOnly: 'dealNotes._showOnly',
  /** Shows the next rows of a long list in a view, given by the row that stands below those that are shown. */
  showMore: 'dealNotes._showMore',
  /** Shows the fields that a deal, given by its address, is in need of, and goes to one. */
  missingFields: 'dealNotes._missingFields',
  /** Asks which stage a word in a deal's file is a name of, and tells the process file. */
  addAlias: 'dealNotes._addAlias',
  /** Answers with the deals that may be the one in a file, given by its address, and with the file that it is a copy of. */
  likeFile: 'dealNotes._likeFile',
  /** Moves a file, given by its address, to the bin, where it is a copy of another. */
  removeCopy: 'dealNotes._removeCopy',
  /** Merges a copy of a deal into the file that it is a copy of, both given by their addresses. */
  mergeCopy: 'dealNotes._mergeCopy',
  /** Gives a file, given by its address, the ending that deals have. */
  nameAsDeal: 'dealNotes._nameAsDeal',
  /** Logs mails and invitations, given as letters, in the deal at an address. */
  logLetters: 'dealNotes._logLetters',
  /** Opens what is known of one event in the timeline of a deal. */
  openEvent: 'dealNotes._openEvent',
} as const;

export const VIEWS = {
  pipeline: 'dealNotes.pipeline',
  agenda: 'dealNotes.agenda',
  changes: 'dealNotes.changes',
  timeline: 'dealNotes.timeline',
  funnel: 'dealNotes.funnel',
} as const;

/** The kind of what is dragged: deals, as a JSON list of `{title, uri}`. */
export const DEAL_LINKS = 'application/vnd.deal-notes.links';

/** What agents move deals with. */
export const MOVE_TOOL = 'dealNotes_moveDeal';

/** Keys of `when` clauses. */
export const CONTEXT = {
  /** The workspace has been searched for pipelines: until then there may be one. */
  hasSearched: 'dealNotes.hasSearched',
  hasPipeline: 'dealNotes.hasPipeline',
  /** All pipelines have been read: until then none can be called empty. */
  hasRead: 'dealNotes.hasRead',
  /** Somebody has stopped the reading of a pipeline. */
  isStopped: 'dealNotes.isStopped',
  /** Some pipeline has a file in it that the view shows. */
  hasDeals: 'dealNotes.hasDeals',
  /** The view leaves deals out. */
  isFiltered: 'dealNotes.isFiltered',
  /** The view shows the deals of whoever looks, and nobody else's. */
  isMine: 'dealNotes.isMine',
  /** The active editor, or the Markdown preview in front, shows a deal. */
  dealIsOpen: 'dealNotes.dealIsOpen',
  /** It is the preview. */
  dealIsPreviewed: 'dealNotes.dealIsPreviewed',
  /** The folders that have deals in them: a path of each, as `resourceDirname` has it. */
  dealFolders: 'dealNotes.dealFolders',
  /** The deals in conflict: a path of each, as `resourcePath` has it. */
  inConflict: 'dealNotes.inConflict',
  /** What the view of changes lacks to show any: `untrusted` or `noGit`. */
  changesLack: 'dealNotes.changesLack',
  /** The pipelines are shown as they were. */
  isPast: 'dealNotes.isPast',
  /** The list of Find Deal is on the screen. */
  isFinding: 'dealNotes.isFinding',
  /** A list asks about the preview of an import below it. */
  asksAboutPreview: 'dealNotes.asksAboutPreview',
  /** The active editor has the message of a commit of deals. */
  messageInFront: 'dealNotes.messageInFront',
} as const;

export const SETTINGS = {
  section: 'dealNotes',
  folder: 'folder',
  me: 'me',
  statusBar: 'statusBar',
  codeLens: 'codeLens',
  messages: 'messages',
  followEditor: 'followEditor',
  rowName: 'rowName',
  rowShows: 'rowShows',
  commitMessages: 'commitMessages',
} as const;
