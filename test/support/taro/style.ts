/** Stylesheets mean nothing in jsdom; the browser ring looks at them. */
export default {}
