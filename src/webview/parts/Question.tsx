import type { ComponentChildren } from 'preact';

interface QuestionProps {
  readonly id: string;
  readonly asks: string;
  readonly children: ComponentChildren;
}

/** One of the questions that the sheet answers, with the parts that answer it. */
export function Question({ id, asks, children }: QuestionProps) {
  return (
    <section class="question" aria-labelledby={`${id}-heading`} id={id}>
      <h2 id={`${id}-heading`}>{asks}</h2>
      {children}
    </section>
  );
}

interface AnswerProps {
  readonly id: string;
  readonly title: string;
  /** What the reader is to see, in a sentence or two. */
  readonly says?: ComponentChildren;
  /** Switches, at the right of the title. */
  readonly controls?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of an answer: a chart or a table with its title and what it says. */
export function Answer({ id, title, says, controls, children }: AnswerProps) {
  return (
    <section class="answer" aria-labelledby={`${id}-heading`} id={id}>
      <header>
        <h3 id={`${id}-heading`}>{title}</h3>
        {controls}
      </header>
      {says && <p class="note says">{says}</p>}
      {children}
    </section>
  );
}
