/** A drawing as the address of a picture, stretched to the place it gets: WeChat shows no inline SVG, but takes it as a picture. */
export const svgPicture = (width: number, height: number, shapes: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${shapes}</svg>`,
  )}`

/** One element of a drawing, such as `<rect x="1" …/>`. */
export const svgShape = (name: string, attributes: Readonly<Record<string, string | number>>): string =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${value}"`)
    .join(' ')}/>`
