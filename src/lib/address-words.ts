/** Words from an address: WeChat hands them over as they stand there, the browser decoded. */
export function wordsIn(param: string): string {
  try {
    return decodeURIComponent(param)
  } catch (error) {
    // Words with a percent sign of their own that were decoded already.
    console.info('words are taken as they are', error)
    return param
  }
}
