import { CodeActionKind } from 'vscode';

/** For `editor.codeActionsOnSave`. */
export const FIX_ALL = CodeActionKind.SourceFixAll.append('dealNotes');
