import { MarkdownString } from 'vscode';
import { markdownText, plainText } from '../../core/escape';

/** Text of files, shown as text. The result is trusted with no command and no link. */
export class Lines {
  readonly markdown = new MarkdownString(undefined, true);

  heading(text: string, more = ''): this {
    const rest = more ? ` ${markdownText(plainText(more))}` : '';
    this.markdown.appendMarkdown(`**${markdownText(plainText(text))}**${rest}\n\n`);
    return this;
  }

  line(text: string | undefined, maxLength?: number): this {
    if (text) this.markdown.appendMarkdown(`${markdownText(plainText(text, maxLength))}\n\n`);
    return this;
  }

  list(title: string, items: readonly string[]): this {
    if (!items.length) return this;
    this.line(title);
    for (const item of items) this.markdown.appendMarkdown(`- ${markdownText(plainText(item))}\n`);
    this.markdown.appendMarkdown('\n');
    return this;
  }
}
