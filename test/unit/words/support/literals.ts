import ts from 'typescript';

/** A literal in a source that a person could come to read. */
export interface Sentence {
  readonly line: number;
  readonly text: string;
}

/** What JSX attributes hold that is read by machines: names, places and looks. */
const TECHNICAL = new Set([
  ...[
    'class',
    'id',
    'key',
    'role',
    'scope',
    'type',
    'name',
    'by',
    'figure',
    'kind',
    'look',
    'is',
    'of',
    'as',
  ],
  ...['d', 'points', 'transform', 'viewBox', 'width', 'height', 'x', 'y', 'text-anchor', 'patternUnits'],
  ...[
    'patternTransform',
    'style',
    'ref',
    'min',
    'max',
    'step',
    'tabIndex',
    'tabindex',
    'data-tip',
    'data-figure',
  ],
  ...['aria-describedby', 'aria-labelledby', 'aria-hidden', 'aria-live'],
]);

/** What is called with selectors, with names of events, or with what VS Code translates; or speaks to us alone. */
const TECHNICAL_CALLS =
  /^(querySelector(All)?|closest|matches|addEventListener|removeEventListener|warn|error|split|replace|t)$/;

/**
 * The English in a source: texts in JSX, and literals of two or more words or with a capitalised one. Imports, types,
 * keys, what attributes say to machines, and class names are none.
 *
 * @param isClass knows the class names of the style sheet
 */
export function sentencesIn(file: string, source: string, isClass: (word: string) => boolean): Sentence[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kindOf(file));
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (isTechnical(node)) return;
    const text = textOf(node);
    if (text !== undefined && (ts.isJsxText(node) ? /\p{L}{2}/u : { test: isEnglish }).test(text)) {
      const { line } = root.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, text: text.trim() });
    }
    ts.forEachChild(node, visit);
  };
  const isEnglish = (text: string) => {
    const words = text.split(/\s+/).filter(word => /^[“‘(]?\p{L}[\p{Ll}’'-]*[.,;:!?…)”]*$/u.test(word));
    if (words.some(word => /^[“‘(]?\p{Lu}\p{Ll}/u.test(word))) return true;
    return words.filter(word => /\p{L}{2}/u.test(word)).length > 1 && !words.every(isClass);
  };
  visit(root);
  return found;
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

/** The text of a literal, with a mark where something is put into it. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' \u{FFFC} ');
}

/** Whether all that is in a node is read by machines. */
function isTechnical(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === 'shell';
  if (ts.isJsxAttribute(node)) return TECHNICAL.has(node.name.getText());
  if (ts.isCallExpression(node)) return TECHNICAL_CALLS.test(calledBy(node));
  if (parent && ts.isPropertyAssignment(parent) && parent.name === node) return true;
  return ts.isStringLiteral(node) && isKeyOfKeyboard(node);
}

function calledBy({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** `key !== 'Enter'`, and `case 'Home':` */
function isKeyOfKeyboard({ parent }: ts.StringLiteral): boolean {
  if (ts.isCaseClause(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}
