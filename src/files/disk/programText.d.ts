/** A program as text, for another one that runs it; `build/programs.mjs` makes it. */
declare module '*?program' {
  /** The function body that is the program, which asks for `require` and `module`. */
  export const text: string;
  /** Another for each text. */
  export const version: string;
}
