/** How the files begin in which the program that merges keeps, beside itself, what Node has made of its code. */
export const KEPT_CODE = 'code-';
