/** Which files of templates/ a task's header `template` means: a notice has one text in each language. */
import { LANGUAGES } from './text.ts'

const NOTICE = 'masar:notify'

/** @returns names without ".hbs", as packages list their templates */
export const templateNames = (jobType: string | undefined, header: string): readonly string[] =>
  jobType === NOTICE ? LANGUAGES.map((language) => `${header}.${language}.txt`) : [header]
