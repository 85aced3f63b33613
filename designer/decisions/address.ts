/** What stands in the address in place of a file where a new decision is asked for: every file ends in ".dmn". */
export const NEW_DECISION = 'new'
