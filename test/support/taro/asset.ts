/** A picture's address, whichever it is. */
export default 'asset'
