/** The colours of src/ui/tokens.scss for pictures that are drawn in code: a picture knows nothing of the page's styles. */
export const palette = {
  red: '#c8161d',
  card: '#ffffff',
  paper: '#faf7f2',
  paperDeep: '#f1ebe1',
  line: '#ebe4d9',
  lineStrong: '#8f857b',
  gold: '#b8863b',
  goldTint: '#f8efe0',
} as const
