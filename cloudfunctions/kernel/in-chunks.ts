/** So many requests are under way at one time. */
const AT_ONCE = 25

/** Does work for each, a few at one time: a long list must not open hundreds of requests at once. Answers in their order. */
export const inChunks = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = []
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))))
  return done
}
