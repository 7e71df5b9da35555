import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The rooms of src/ that are features: they know `core`, `words`, `actions`, `files` and `shared`, and never each other. */
const features = [
  'tree',
  'editor',
  'commands',
  'funnel',
  'branches',
  'asOf',
  'changesView',
  'merging',
  'status',
  'preview',
  'agent',
];
const edge = ['extension'];
/** All that the core knows nothing of. */
const rooms = ['words', 'actions', 'files', 'git', 'cli', 'shared', 'webview', ...features, ...edge];

/** The rooms of the core in which files mean something to people who sell. */
const ofSelling = ['deal', 'process', 'pipeline', 'filter', 'merge', 'metrics', 'exchange', 'intake', 'text'];

/** A neighbour in the same folder may have the name of a room. */
const no = (rooms, message) => ({ regex: `^(\\.\\./)+(${rooms.join('|')})(/|$)`, message });
const noEditor = { regex: '^vscode$', message: 'This room must run without an editor.' };
const noNode = {
  regex:
    '^(node:.*|assert|buffer|child_process|crypto|events|fs|fs/promises|os|path|process|stream|url|util|worker_threads)$',
  message: 'This room must run without Node: in a browser, in a web worker.',
};
/** Each place that sets `no-restricted-syntax` says this too: the last setting for a file replaces those before. */
const noModuleState = {
  selector: ['Program', 'Program > ExportNamedDeclaration']
    .flatMap(parent => [
      `${parent} > VariableDeclaration[kind!='const']`,
      // What is empty is there to be filled.
      `${parent} > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]`,
    ])
    .join(', '),
  message: 'What changes belongs to an object, not to a module: whoever needs it is handed the object.',
};
/** Whoever compares kinds is not told when there is one more. */
const noKindOfEntry = {
  selector: "BinaryExpression > MemberExpression[object.name='entry'][property.name='kind']",
  message:
    'Tell kinds of entries apart by match, dealOf, isDeal, needsAttention or isNote of core/deal/entry.',
};
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', '.stryker-tmp/', 'test/fixtures/', 'media/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**'],
    rules: { 'no-restricted-syntax': ['error', noModuleState, noKindOfEntry] },
  },
  {
    files: ['src/core/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(rooms, 'The core knows nobody: pass in what it needs as an argument.'),
    ),
  },
  // Within the core: text knows nothing of selling.
  {
    files: ['src/core/frontMatter/**', 'src/core/notes/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(
        [...rooms, ...ofSelling, 'fields'],
        'Front matter and notes are text: what it means for a deal is said in core/deal.',
      ),
    ),
  },
  {
    // Where a key that is new stands follows the order in which people write the fields.
    files: ['src/core/frontMatter/edit/setKey.ts', 'src/core/frontMatter/edit/groups.ts'],
    rules: restrict(
      noEditor,
      noNode,
      no([...rooms, ...ofSelling], 'Of selling this knows the order of the fields, and nothing else.'),
    ),
  },
  {
    files: ['src/words/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(
        ['files', 'git', 'cli', 'shared', 'webview', ...features, ...edge],
        'Words know only the core: whoever speaks hands them what they need.',
      ),
      {
        regex: '^(\\.\\./)+actions/(?!say$)',
        message: 'Of actions, words know only what they have to say.',
      },
    ),
  },
  {
    files: ['src/core/metrics/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(rooms, 'The core knows nobody: pass in what it needs as an argument.'),
      {
        regex: '(^|/)gitFacts$',
        importNames: ['GitFacts', 'KnownFromGit'],
        message:
          'What git knows of a deal is joined to it where it enters the index: a figure asks the deal (`inGit`).',
      },
    ),
  },
  {
    files: ['src/actions/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(
        ['files', 'git', 'cli', 'shared', 'webview', ...features, ...edge],
        'What can be done with deals knows the core and its ports: files, git and the clock come through those.',
      ),
    ),
  },
  {
    files: ['src/files/**'],
    rules: restrict(
      no(
        ['git', 'cli', 'shared', 'webview', ...features, ...edge],
        'files knows only core and the ports; features ask files, not the other way.',
      ),
    ),
  },
  {
    files: ['src/files/memory/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(
        ['git', 'cli', 'shared', 'webview', ...features, ...edge],
        'files knows only core and the ports; features ask files, not the other way.',
      ),
    ),
  },
  {
    // The half of files/ that needs no disk; the disk beside the editor, where there is one, is handed to it.
    files: ['src/files/editor/**'],
    ignores: ['src/files/editor/workspace.ts'],
    rules: restrict(
      noNode,
      no(
        ['git', 'cli', 'shared', 'webview', ...features, ...edge],
        'files knows only core and the ports; features ask files, not the other way.',
      ),
    ),
  },
  {
    files: ['src/git/**'],
    rules: restrict(
      noEditor,
      no(
        ['files', 'words', 'cli', 'shared', 'webview', ...features, ...edge],
        'git knows only core and the ports, and runs without an editor.',
      ),
    ),
  },
  {
    // The half of files/ that the command line uses too.
    files: ['src/files/disk/**'],
    rules: restrict(
      noEditor,
      no(
        ['git', 'cli', 'shared', 'webview', ...features, ...edge],
        'files knows only core and the ports; features ask files, not the other way.',
      ),
    ),
  },
  ...features.map(room => ({
    files: [`src/${room}/**`],
    rules: restrict(
      no(
        [...features.filter(other => other !== room), 'cli', 'webview', ...edge],
        'A feature does not know another feature: what both need belongs in core or files.',
      ),
    ),
  })),
  {
    files: ['src/shared/**', 'src/webview/**'],
    rules: restrict(
      noEditor,
      noNode,
      no(
        ['actions', 'files', 'git', 'cli', ...features, ...edge],
        'The page and its messages know only core, words and each other.',
      ),
    ),
  },
  {
    files: ['src/webview/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noModuleState,
        noKindOfEntry,
        {
          selector:
            "JSXAttribute[name.name='dangerouslySetInnerHTML'], MemberExpression[property.name=/^(inner|outer)HTML$/]",
          message: 'Deal files are untrusted: what is in them is put into the page as text.',
        },
      ],
    },
  },
  {
    files: ['src/cli/**'],
    rules: {
      ...restrict(
        noEditor,
        no(['shared', 'webview', ...features, ...edge], 'The command line runs without an editor.'),
        {
          regex: '^(\\.\\.?/)+files/(?!disk/|memory/)',
          message: 'Only files/disk and files/memory run without an editor.',
        },
      ),
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs', 'test/**'],
    rules: { 'no-console': 'off' },
    languageOptions: { globals: nodeGlobals() },
  },
);

function nodeGlobals() {
  return Object.fromEntries(
    [
      'process',
      'console',
      'URL',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'Buffer',
      'fetch',
      'AbortController',
      'AbortSignal',
    ].map(name => [name, 'readonly']),
  );
}
