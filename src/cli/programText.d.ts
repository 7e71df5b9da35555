/** A program of this folder as text, for another that runs it; `build/programs.mjs` makes it. */
declare module '*?program' {
  /** The function body that is the program, which asks for `require`. */
  export const text: string;
  /** Another for each text. */
  export const version: string;
}
