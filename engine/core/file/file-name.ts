/** The name a file keeps: what its owner called it, without what would lead a reader, a disk or a terminal astray. */
import type { MediaType } from './file-type.ts'
import { FILE_KINDS } from './table.ts'

const LONGEST = 120
/** Letters that no disk takes in a name. */
const UNFIT = /[<>:"|?*]/g
/** Control, format (they turn the direction of reading or cannot be seen), half surrogates, private use; line ends. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** Devices that one old system takes these names for. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** As everything people type: ٠-٩ and ۰-۹ are kept as 0-9. */
const latinDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))

/** @param given as the sender says it, perhaps with a path; the extension will be that of what is in it */
export function fileName(given: string, mediaType: MediaType): string {
  const { extensions } = FILE_KINDS[mediaType]
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const seen = last.replace(UNSEEN, '').replace(UNFIT, '_').replaceAll(/\s+/g, ' ')
  const plain = latinDigits(seen).normalize('NFC')
  const extension = extensions.find((it) => plain.toLowerCase().endsWith(`.${it}`))
  const stem = (extension === undefined ? plain : plain.slice(0, -extension.length - 1)).replaceAll(
    /^[. ]+|[. ]+$/g,
    '',
  )
  const short = [...stem].slice(0, LONGEST).join('').trimEnd()
  const safe = DEVICE.test(short.split('.')[0] ?? '') ? `_${short}` : short
  return `${safe === '' ? 'file' : safe}.${extension ?? extensions[0]}`
}
