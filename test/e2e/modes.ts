const phone = {
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  large: false,
}

/** The three ways in which every page is looked at. */
export const modes = {
  phone,
  large: { ...phone, large: true },
  desk: {
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    isMobile: false,
    hasTouch: false,
    large: false,
  },
}

export type Mode = keyof typeof modes
