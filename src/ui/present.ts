/** Only what is given: Taro's browser elements turn an undefined attribute into the word "undefined". */
export function present<Props extends object>(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Props
}
