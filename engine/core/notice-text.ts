/** What a notice says where its text stands in a template: templates/<name>.ar.txt.hbs and .en.txt.hbs, filled with what the task gives. */
import type { ProgramKey } from './ids.ts'
import type { JsonObject } from './json.ts'
import { isProblem, type Problem } from './problem.ts'
import type { Language, Text } from './text.ts'

/** Text of templates/<name>.hbs in the program's package or one that it uses; undefined where there is none. */
export type Templates = (program: ProgramKey, name: string) => Promise<string | undefined>

/** Fills a template whose name ends in ".txt" as plain text. */
export type RenderText = (
  program: ProgramKey,
  name: string,
  data: JsonObject,
  language: Language,
) => Promise<string | Problem>

/** @param template as the task names it, without language and ending */
export async function noticeText(
  render: RenderText,
  program: ProgramKey,
  template: string,
  data: JsonObject,
): Promise<Text | Problem> {
  const ar = await render(program, `${template}.ar.txt`, data, 'ar')
  const en = await render(program, `${template}.en.txt`, data, 'en')
  if (isProblem(ar)) return ar
  return isProblem(en) ? en : { ar: ar.trim(), en: en.trim() }
}
