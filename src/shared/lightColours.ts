/** The colours of pictures and of paper: dark on white, whatever theme the editor has. */
export const LIGHT_COLOURS: Readonly<Record<string, string>> = {
  '--vscode-foreground': '#222',
  '--vscode-editor-background': '#fff',
  '--vscode-descriptionForeground': '#555',
  '--vscode-charts-blue': '#1a66c2',
  '--vscode-charts-red': '#b3261e',
  '--vscode-charts-green': '#2e7d32',
  '--vscode-charts-yellow': '#8a6d00',
  '--vscode-charts-purple': '#652d90',
  '--vscode-textLink-foreground': '#222',
  '--vscode-list-warningForeground': '#855f00',
  '--vscode-list-errorForeground': '#b01011',
  '--vscode-focusBorder': 'transparent',
};
