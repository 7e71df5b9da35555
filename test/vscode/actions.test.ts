// What can be done with deals is the same in the editor: the same tests, on its files.
import './support/editorWorlds';
import '../unit/actions/changes.test';
import '../unit/actions/files.test';
