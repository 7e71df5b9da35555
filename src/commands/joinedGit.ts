/** What git knows is joined to the deals before: it is asked where the workspace is trusted, and not once more. */
export const JOINED_GIT = { factsOf: () => Promise.resolve(undefined) };
