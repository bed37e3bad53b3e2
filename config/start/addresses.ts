/** A demo person as the seed lists them; `roles` are Chinese words. */
export type DemoPerson = { openid: string; name: string; roles: string }

/** Where to open the product, for people: the front door first, then one link for each demo person. */
export function addressList(url: string, people: DemoPerson[]): string {
  const rows = people.map((person) => [`${url}/?as=${person.openid}`, `${person.name}  ${person.roles}`] as const)
  const width = Math.max(0, ...rows.map(([address]) => address.length))
  return [
    '',
    `红链通  ${url}/`,
    '',
    ...rows.map(([address, who]) => `  ${address.padEnd(width)}  ${who}`),
    '',
    'Each tab is the person in its address. Ctrl+C stops.',
  ].join('\n')
}
