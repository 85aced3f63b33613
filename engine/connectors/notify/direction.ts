/**
 * A reference number inside an Arabic sentence, read in the order it was written.
 *
 * Without help a phone shows "2026-7K3F-4" in a right-to-left line with its parts reversed, and the citizen quotes a
 * number that does not exist. A left-to-right mark on each side keeps it together; phones that know no isolates know it.
 */
const MARK = '\u200E'
/** What begins with a digit but goes on with letters, and telephone numbers with their plus: these are turned around. */
const CODE = /(?<![A-Za-z0-9./:_@+#-])(?:\+\d[\d-]*|\d[A-Za-z0-9./:_@+#-]*[A-Za-z0-9])/g
const TURNED = /^\+|[A-Za-z]/

export const keepCodesTogether = (arabic: string): string =>
  arabic.replace(CODE, (code) => (TURNED.test(code) ? `${MARK}${code}${MARK}` : code))
