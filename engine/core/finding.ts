/** Says one thing that is wrong with a package or form, in both languages, to the person who can mend it. */
import type { Finding } from './problem.ts'
import type { Text } from './text.ts'

/** Where it is: the file within the package, and the element id, JSON pointer or line within the file. */
export interface Where {
  readonly file?: string
  readonly place?: string
}

export const mistake = (rule: string, where: Where, message: Text, remedy: Text): Finding =>
  finding('error', rule, where, message, remedy)

export const advice = (rule: string, where: Where, message: Text, remedy: Text): Finding =>
  finding('warning', rule, where, message, remedy)

/** What the author wrote, cut to a readable length so that a finding never repeats a whole hostile file. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`

function finding(severity: Finding['severity'], rule: string, where: Where, message: Text, remedy: Text): Finding {
  return {
    rule,
    severity,
    ...(where.file === undefined ? {} : { file: where.file }),
    ...(where.place === undefined ? {} : { place: where.place }),
    message: message.en,
    messageAr: message.ar,
    remedy: remedy.en,
    remedyAr: remedy.ar,
  }
}
