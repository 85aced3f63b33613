/** What is said where a file was expected. */
import type { Text } from '../../core/text.ts'

export const STALE_LINK_WORDS = {
  remedy: {
    ar: 'روابط الملفات صالحة لبضع دقائق، ولمن فتحها وحده. ارجع إلى الصفحة التي فيها الملف، وحدّثها، ثم افتحه من جديد.',
    en: 'Links to files are good for some minutes, and for whoever opened them alone. Go back to the page that has the file, load it anew, and open it again.',
  },
} as const satisfies Readonly<Record<string, Text>>
