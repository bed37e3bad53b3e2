declare module 'miniprogram-compiler' {
  /** The text of a script that returns `$gwx`: file name → generator of the element tree. */
  export function wxmlToJs(
    root: string,
    options?: { maxBuffer?: number; wxmlList?: string[]; wxsList?: string[] },
  ): string
}
